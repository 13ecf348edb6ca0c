import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/**
 * A D1 in this process's memory, with the tables of another: as much of its interface as Drizzle calls. A
 * local D1 is reached through a proxy that takes milliseconds a call, and the demo's stories make thousands.
 */
export async function rehearsalOf(d1: D1Database): Promise<D1Database> {
  const db = new DatabaseSync(':memory:')
  for (const sql of await schemaOf(d1)) db.exec(sql)
  const kept = new Map<string, StatementSync>()
  const prepared = (sql: string) => {
    const statement = kept.get(sql) ?? db.prepare(sql)
    kept.set(sql, statement)
    return statement
  }

  const statementOf = (sql: string, values: SQLInputValue[] = []) => {
    const rows = (asArrays: boolean) => {
      const statement = prepared(sql)
      statement.setReturnArrays(asArrays)
      return statement.all(...values)
    }
    const result = () => ({ success: true, meta: {}, results: rows(false) })
    return {
      result,
      bind: (...bound: unknown[]) => statementOf(sql, bound.map(stored)),
      all: async () => result(),
      run: async () => result(),
      raw: async () => rows(true),
    }
  }

  const memory = {
    prepare: statementOf,
    async batch(statements: ReturnType<typeof statementOf>[]) {
      db.exec('begin')
      try {
        const results = statements.map((statement) => statement.result())
        db.exec('commit')
        return results
      } catch (error) {
        db.exec('rollback')
        throw error
      }
    },
  }
  // What is missing is never called: sessions, dumps, `first` and `exec`.
  return memory as unknown as D1Database
}

/** The statements that make the tables and indexes, tables first. */
async function schemaOf(d1: D1Database): Promise<string[]> {
  const { results } = await d1
    .prepare(
      `select sql from sqlite_master where sql is not null and type in ('table', 'index')
        and tbl_name not glob '_cf_*' and tbl_name not in ('sqlite_sequence', 'd1_migrations')
        order by type = 'index'`,
    )
    .all<{ sql: string }>()
  return results.map(({ sql }) => sql)
}

function stored(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined) return null
  return value as SQLInputValue
}
