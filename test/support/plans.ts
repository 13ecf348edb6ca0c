/** What every hour may walk through: tables as large as the federation, and indexes of what is in hand now. */
const small =
  /^SCAN (?:\w+ VIRTUAL TABLE|(?:cases|c|it) USING (?:COVERING )?INDEX cases_(?:danger|supervised|open_state)\b)/
const large =
  /^SCAN (?:cases|c|it|d|e|m|n|i|duties|case_events|messages|notices|deliveries|identities|submissions|replies|ratings)\b/

/** A database that remembers its statements, to ask afterwards how it would come to their rows. */
export function explaining(d1: D1Database) {
  const asked: { sql: string; values: unknown[] }[] = []
  const remembered = (sql: string, statement: D1PreparedStatement, values: unknown[]) => {
    asked.push({ sql, values })
    return statement
  }
  const explained = new Proxy(d1, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value
      return (sql: string) => {
        const statement = target.prepare(sql)
        return new Proxy(statement, {
          get(of, key) {
            if (key === 'bind') return (...values: unknown[]) => remembered(sql, of.bind(...values), values)
            const inner = Reflect.get(of, key)
            return typeof inner === 'function' ? inner.bind(of) : inner
          },
        })
      }
    },
  })
  return {
    explained,
    statements: () => asked.map(({ sql }) => sql),
    /** Each step in which a statement would walk through a table that grows with history, after its first words. */
    async walks(): Promise<string[]> {
      const plans = await Promise.all(
        asked.map(({ sql, values }) =>
          d1
            .prepare(`explain query plan ${sql}`)
            .bind(...values)
            .all<{ detail: string }>(),
        ),
      )
      return plans.flatMap(({ results }, at) =>
        results
          .filter(({ detail }) => large.test(detail) && !small.test(detail))
          .map(({ detail }) => `${detail}: ${asked[at]?.sql.slice(0, 60)}`),
      )
    },
  }
}
