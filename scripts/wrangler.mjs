import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from './root.mjs'

const cli = fileURLToPath(new URL('node_modules/wrangler/wrangler-dist/cli.js', root))

/** Settings that keep wrangler from asking, reporting, fetching or slowing down. */
export const quiet = {
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
}

/** Starts wrangler with its standard input closed and returns the child process. */
export function startWrangler(args, { stdio = 'inherit', env = {} } = {}) {
  return spawn(process.execPath, ['--no-warnings', cli, ...args], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, ...quiet, ...env },
  })
}

/** Runs wrangler to its end: its exit code, and what it printed on each stream. */
export function wrangler(args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = startWrangler(args, { stdio: 'pipe', env })
    const said = { out: '', err: '' }
    child.stdout.on('data', (part) => {
      said.out += part
    })
    child.stderr.on('data', (part) => {
      said.err += part
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, ...said }))
  })
}
