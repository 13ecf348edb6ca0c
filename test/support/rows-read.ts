/** A database that remembers its statements, to ask afterwards how many rows they read. */
export function countingReads(d1: D1Database) {
  const statements: D1PreparedStatement[] = []
  const counting = new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => remembered(target.prepare(sql))
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

  function remembered(statement: D1PreparedStatement): D1PreparedStatement {
    return new Proxy(statement, {
      get(target, name) {
        if (name !== 'bind') {
          const value = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        }
        return (...values: unknown[]) => {
          const bound = target.bind(...values)
          statements.push(bound)
          return bound
        }
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
