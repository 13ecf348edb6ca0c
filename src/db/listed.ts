import { type SQL, sql } from 'drizzle-orm'

/** SQL, a list in parentheses: any values, as one parameter, of which D1 takes a hundred a statement. */
export function listed(values: readonly string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}))`
}
