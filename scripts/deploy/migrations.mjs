import { readdirSync } from 'node:fs'
import { root } from '../root.mjs'
import { wrangler } from '../wrangler.mjs'

/** The migrations in their order. */
export function migrationNames() {
  return readdirSync(new URL('migrations/', root))
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

/** Applies to the deployed database what it has not seen; a failing migration is rolled back by wrangler. */
export async function applyMigrations() {
  const { code, out, err } = await wrangler(['d1', 'migrations', 'apply', 'DB', '--remote'])
  if (code !== 0) throw new Error(`The migrations could not be applied.\n${out}${err}`)
  return `The database has all ${migrationNames().length} migrations`
}
