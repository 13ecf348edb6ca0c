import { replacing } from './replacing.ts'

/** A database that remembers its statements, to ask afterwards how many rows they read. */
export function countingReads(d1: D1Database) {
  const statements: D1PreparedStatement[] = []
  const counting = replacing(d1, { prepare: (sql) => remembered(d1.prepare(sql)) })

  function remembered(statement: D1PreparedStatement): D1PreparedStatement {
    return replacing(statement, {
      bind(...values) {
        const bound = statement.bind(...values)
        statements.push(bound)
        return bound
      },
    })
  }

  return {
    d1: counting,
    /** Runs the remembered statements again and adds up what they read; only for statements that read. */
    async rowsRead() {
      const results = await Promise.all(statements.splice(0).map((statement) => statement.all()))
      return {
        statements: results.length,
        rows: results.reduce((sum, { meta }) => sum + meta.rows_read, 0),
      }
    },
  }
}
