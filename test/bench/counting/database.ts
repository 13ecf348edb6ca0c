export interface Count {
  statements: number
  rowsRead: number
  rowsWritten: number
}

const bare = new WeakMap<object, D1PreparedStatement>()

/** The same database, adding up the statements it is given and the rows they read and write. */
export function counted(db: D1Database, count: Count): D1Database {
  const add = (results: D1Result[]) => {
    count.statements += results.length
    for (const { meta } of results) {
      count.rowsRead += meta.rows_read
      count.rowsWritten += meta.rows_written
    }
  }
  const facade = (target: D1Database | D1DatabaseSession): D1Database =>
    ({
      prepare: (sql: string) => statement(target.prepare(sql), /^\s*(?:select|with)/i.test(sql), add),
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

function statement(
  target: D1PreparedStatement,
  isRead: boolean,
  add: (results: D1Result[]) => void,
): D1PreparedStatement {
  const facade = {
    bind: (...values: unknown[]) => statement(target.bind(...values), isRead, add),
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
    // `raw` and `first` tell nothing of their cost, so a read is run once more to learn it; a write is not.
    async raw() {
      const rows = isRead ? await target.raw() : null
      const result = await target.all<Record<string, unknown>>()
      add([result])
      return rows ?? result.results.map((row) => Object.values(row))
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
