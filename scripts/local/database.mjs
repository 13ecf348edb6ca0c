import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../root.mjs'
import { quiet, wrangler } from '../wrangler.mjs'

/** Each database by its binding, with where its migrations lie. */
const folders = { DB: 'migrations/', SEARCH: 'migrations/search/' }

/** Opens the D1 that wrangler dev uses, at its newest migration. */
export async function openDatabase(persistTo) {
  const database = await open(persistTo)
  const behind = []
  for (const name of Object.keys(folders))
    if (!(await isUpToDate(database.env[name], name))) behind.push(name)
  if (behind.length === 0) return database
  await database.close()
  for (const name of behind) await migrate(name, persistTo)
  return open(persistTo)
}

async function open(persistTo) {
  Object.assign(process.env, quiet, { WRANGLER_LOG: 'warn' }) // wrangler reads them when it loads
  const { getPlatformProxy } = await import('wrangler')
  const { env, dispose } = await getPlatformProxy({
    configPath: fileURLToPath(new URL('wrangler.toml', root)),
    // wrangler dev --persist-to DIR keeps its data one level down.
    persist: persistTo ? { path: join(persistTo, 'v3') } : true,
    remoteBindings: false,
  })
  return { d1: env.DB, env, isDemo: env.DEMO === '1', close: dispose }
}

/** Asking costs nothing; having wrangler look costs seconds at every start. */
async function isUpToDate(d1, name) {
  const wanted = readdirSync(new URL(folders[name], root)).filter((file) => file.endsWith('.sql'))
  const table = await d1.prepare("select 1 from sqlite_master where name = 'd1_migrations'").first()
  if (!table) return false
  const { results } = await d1.prepare('select name from d1_migrations').all()
  const applied = new Set(results.map(({ name }) => name))
  return wanted.every((name) => applied.has(name))
}

async function migrate(name, persistTo) {
  const where = persistTo ? ['--persist-to', persistTo] : []
  const { code, out, err } = await wrangler(['d1', 'migrations', 'apply', name, '--local', ...where])
  if (code !== 0) throw new Error(`The migrations could not be applied to the local database.\n${out}${err}`)
}
