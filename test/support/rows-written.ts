/** A database that adds up what its batches write, as D1 counts it: each row, and each entry of an index. */
export function countingWrites(database: D1Database) {
  let rows = 0
  const counting = new Proxy(database, {
    get(target, key) {
      if (key === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements)
          rows += results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
          return results
        }
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { counting, rowsWritten: () => rows }
}
