import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from './root.mjs'

// Wrangler needs Node 22; running .ts files as they are needs 22.18.
const needed = [22, 18]

/** Whether the running Node can run wrangler and .ts files. */
export function isNewEnough(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

/** The Node 24 that npm installed beside the tools, where there is one. */
export const bundledNode = new URL('node_modules/.bin/node', root).pathname

/** Under an older Node, runs the same command again with the installed Node 24 and ends with its result. */
export function ensureNode24() {
  if (isNewEnough()) return
  if (!existsSync(bundledNode)) {
    console.error(
      `This needs Node ${needed.join('.')} or newer; this is ${process.version}. Run it through npm, or update Node.`,
    )
    process.exit(1)
  }
  const { status } = spawnSync(bundledNode, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(status ?? 1)
}
