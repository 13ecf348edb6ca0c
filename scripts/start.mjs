// npm start [-- flags for wrangler dev]: the whole service on this machine, with demo data.
import { servedAt } from './local/address.mjs'
import { flag } from './local/flags.mjs'
import { isTaken } from './local/port.mjs'
import { prepareDatabase } from './local/prepare.mjs'
import { ensureNode24 } from './node24.mjs'
import { whenOrphaned } from './parent.mjs'
import { startWrangler } from './wrangler.mjs'

ensureNode24()

// These read .ts files, which an older Node would refuse before ensureNode24 had its say.
const { ensureDevVars } = await import('./local/dev-vars.mjs')
const { announce } = await import('./local/announce.mjs')
const { urls } = await import('../src/urls.ts')

const args = process.argv.slice(2)
const port = Number(flag(args, 'port') ?? process.env.PORT ?? 8787)
const ip = flag(args, 'ip') ?? '127.0.0.1'
const persistTo = flag(args, 'persist-to')

if (await isTaken(port, ip)) {
  console.error(
    `Port ${port} is taken, perhaps by Huying itself. Choose another one: PORT=${port + 1} npm start`,
  )
  process.exit(1)
}

try {
  ensureDevVars()
  const { seeded, site } = await prepareDatabase(persistTo, servedAt(ip, port))
  await serve()
  announce({ ip, port, site, seeded })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

/** Starts wrangler dev and waits until the service answers; from then on both end together. */
async function serve() {
  const ours = { port, ip, 'log-level': 'error' }
  const added = Object.entries(ours).filter(([name]) => flag(args, name) === undefined)
  const server = startWrangler(['dev', ...args, ...added.map(([name, value]) => `--${name}=${value}`)])
  let stopping = false
  const stop = () => {
    stopping = true
    server.kill('SIGTERM') // Ctrl-C has reached it already; twice does no harm
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  whenOrphaned(stop)
  process.on('exit', () => server.kill('SIGTERM'))
  server.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)))

  const health = `http://${ip === '0.0.0.0' ? '127.0.0.1' : ip}:${port}${urls.healthz}`
  const patience = AbortSignal.timeout(60_000)
  let last = 'no answer'
  while (!patience.aborted) {
    try {
      const answer = await fetch(health, { signal: patience })
      if (answer.ok) return
      last = `${answer.status} ${await answer.text()}`
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`The service did not become healthy in a minute: ${health} says ${last}`)
}
