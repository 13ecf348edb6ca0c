export interface Count {
  statements: number
  rowsRead: number
}

const bare = new WeakMap<object, D1PreparedStatement>()

/** The same database, adding up the statements it is given and the rows they read. */
export function counted(db: D1Database, count: Count): D1Database {
  const add = (results: D1Result[]) => {
    count.statements += results.length
    for (const result of results) count.rowsRead += result.meta.rows_read
  }
  const facade = (target: D1Database | D1DatabaseSession): D1Database =>
    ({
      prepare: (sql: string) => statement(target.prepare(sql), add),
      async batch(statements: D1PreparedStatement[]) {
        const results = await target.batch(statements.map((one) => bare.get(one) ?? one))
        add(results)
        return results
      },
      withSession: (mark?: string) => facade(db.withSession(mark)),
      getBookmark: () => ('getBookmark' in target ? target.getBookmark() : null),
    }) as unknown as D1Database
  return facade(db)
}

function statement(target: D1PreparedStatement, add: (results: D1Result[]) => void): D1PreparedStatement {
  const facade = {
    bind: (...values: unknown[]) => statement(target.bind(...values), add),
    async all() {
      const result = await target.all()
      add([result])
      return result
    },
    async run() {
      const result = await target.run()
      add([result])
      return result
    },
    // `raw` and `first` tell nothing of their cost, so a read is run once more to learn it.
    async raw() {
      const rows = await target.raw()
      add([await target.all()])
      return rows
    },
    async first(column?: string) {
      const result = await target.all()
      add([result])
      const row = result.results[0] as Record<string, unknown> | undefined
      return column ? (row?.[column] ?? null) : (row ?? null)
    },
  } as unknown as D1PreparedStatement
  bare.set(facade, target)
  return facade
}
