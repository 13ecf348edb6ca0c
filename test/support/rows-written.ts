import { replacing } from './replacing.ts'

/** A database that adds up what its batches write, as D1 counts it: each row, and each entry of an index. */
export function countingWrites(database: D1Database) {
  let rows = 0
  const counting = replacing(database, {
    async batch<T>(statements: D1PreparedStatement[]) {
      const results = await database.batch<T>(statements)
      rows += results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
      return results
    },
  })
  return { counting, rowsWritten: () => rows }
}
