import { replacing } from './replacing.ts'

/** What every hour may walk through: tables as large as the federation, and indexes of what is in hand now. */
const small =
  /^SCAN (?:\w+ VIRTUAL TABLE|(?:cases|c|it) USING (?:COVERING )?INDEX cases_(?:danger|supervised|open)\b)/
const large =
  /^SCAN (?:cases|c|it|d|e|m|n|i|duties|case_events|messages|notices|deliveries|identities|submissions|replies|ratings)\b/

/** A database that remembers its statements, to ask afterwards how it would come to their rows. */
export function explaining(d1: D1Database) {
  const asked: { sql: string; values: unknown[] }[] = []
  const explained = replacing(d1, {
    prepare(sql) {
      const statement = d1.prepare(sql)
      return replacing(statement, {
        bind(...values) {
          asked.push({ sql, values })
          return statement.bind(...values)
        },
      })
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
