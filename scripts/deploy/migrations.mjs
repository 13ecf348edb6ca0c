import { readdirSync } from 'node:fs'
import { root } from '../root.mjs'
import { wrangler } from '../wrangler.mjs'

const bindings = ['SEARCH', 'DB']

/** The migrations of a database in their order. */
export function migrationNames(folder = 'migrations/') {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

/**
 * Applies to the deployed databases what they have not seen, once it is known that both answer; a failing migration is
 * rolled back by wrangler. That of words comes first: nothing is lost with it.
 */
export async function applyMigrations() {
  for (const name of bindings) {
    const { code, out, err } = await wrangler(['d1', 'migrations', 'list', name, '--remote'])
    if (code !== 0)
      throw new Error(`The database ${name} does not answer; nothing was changed.\n${out}${err}`)
  }
  for (const name of bindings) {
    const { code, out, err } = await wrangler(['d1', 'migrations', 'apply', name, '--remote'])
    if (code !== 0) throw new Error(`The migrations could not be applied.\n${out}${err}`)
  }
  return `The database has all ${migrationNames().length} migrations, that of words all ${migrationNames('migrations/search/').length}`
}
