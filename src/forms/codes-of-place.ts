import { type SQL, sql } from 'drizzle-orm'

/** SQL: the code that hangs at a place now and those that hung there before it, by any of them; none of an unknown one. */
export function codesOfPlace(code: string): SQL {
  const now = sql`coalesce((select successor from sites where code = ${code}), ${code})`
  return sql`select code from sites where code = ${now} or successor = ${now}`
}
