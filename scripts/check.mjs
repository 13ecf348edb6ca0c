// npm run check: format, lint and types, a line each.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from './node24.mjs'
import { root } from './root.mjs'

const steps = {
  'format and lint': ['@biomejs/biome', 'biome', 'check', '--error-on-warnings', '--colors=force', '.'],
  'types of the Worker': ['typescript', 'tsc', '-p', '.', '--pretty'],
  'types of its tests': ['typescript', 'tsc', '-p', 'test', '--pretty'],
  'types of the journeys': ['typescript', 'tsc', '-p', 'test/journeys', '--pretty'],
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureNode24()
  process.exitCode = (await check()).failed ? 1 : 0
}

/** Runs every step, says how each went, and counts. */
export async function check() {
  const runs = Object.entries(steps).map(([name, [pkg, bin, ...args]]) => ({
    name,
    done: run(pkg, bin, args),
  }))
  const count = { passed: 0, failed: 0 }
  for (const { name, done } of runs) {
    const { code, said } = await done
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code !== 0) console.log(said.trimEnd())
    count[code === 0 ? 'passed' : 'failed'] += 1
  }
  return count
}

function run(pkg, bin, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [executable(pkg, bin), ...args], {
      cwd: fileURLToPath(root),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const hear = (part) => {
      said += part
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ code: 1, said: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/** The script behind a tool's name, as its package says. */
function executable(pkg, name) {
  const folder = new URL(`node_modules/${pkg}/`, root)
  const { bin } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  return fileURLToPath(new URL(typeof bin === 'string' ? bin : bin[name], folder))
}
