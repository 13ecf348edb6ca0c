// npm run pictures [-- FOLDER [en-1280]]: the README's pictures anew; with a folder, every page in every manner
// (or in those whose names begin so) into it; with --guide, those of the guide for administrators; with --unused,
// what of the style sheet matches nothing on any page.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from './node24.mjs'
import { root } from './root.mjs'
import { quiet } from './wrangler.mjs'

ensureNode24()

const script = fileURLToPath(new URL('test/pictures/take.ts', root))
const { status } = spawnSync(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)],
  { cwd: fileURLToPath(root), stdio: 'inherit', env: { ...process.env, ...quiet, WRANGLER_LOG: 'warn' } },
)
process.exitCode = status ?? 1
