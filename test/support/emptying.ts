import { forgetDefinitions } from '../../src/forms/kept-definitions.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { forgetRules } from '../../src/orgs/rules.ts'

/** Empties all tables, and what the Worker remembers of them. */
export async function empty(database: D1Database): Promise<void> {
  forgetRules()
  forgetDefinitions()
  forgetForms()
  const names = await tables(database)
  await database.batch(names.map((name) => database.prepare(`delete from "${name}"`)))
}

/** The same of what is searched: its own tables belong to the virtual one, which empties them. */
export async function emptySearch(database: D1Database): Promise<void> {
  await database.batch(['words', 'entries', 'rounds'].map((name) => database.prepare(`delete from ${name}`)))
}

async function tables(database: D1Database): Promise<string[]> {
  const own =
    "type = 'table' and name not glob 'sqlite_*' and name not glob '_cf_*' and name <> 'd1_migrations'"
  const { results } = await database.prepare(`select name from sqlite_master where ${own}`).all<{
    name: string
  }>()
  return results.map(({ name }) => name)
}
