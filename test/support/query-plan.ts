import type { Statement } from '../../src/db/client.ts'

/** How the database would come to the rows of a statement: what it searches, and what it has to walk through. */
export async function planOf(database: D1Database, statement: Statement): Promise<string[]> {
  const { sql, params } = (statement as unknown as ToSql).toSQL()
  const explained = database.prepare(`explain query plan ${sql}`).bind(...params)
  const { results } = await explained.all<{ detail: string }>()
  return results.map(({ detail }) => detail)
}

/** What every statement of Drizzle can say of itself, though the type of a batch does not know it. */
interface ToSql {
  toSQL(): { sql: string; params: unknown[] }
}
