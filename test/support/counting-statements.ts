import { replacing } from './replacing.ts'

/** The same database, with a count of the statements that it ran: each of a batch, none that was only prepared. */
export function countingStatements(database: D1Database) {
  let count = 0
  const bare = new WeakMap<D1PreparedStatement, D1PreparedStatement>()

  function counting(statement: D1PreparedStatement): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, key) {
        if (key === 'bind') return (...values: unknown[]) => counting(target.bind(...values))
        const value = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          count += 1
          return value.apply(target, given)
        }
      },
    })
    bare.set(proxy, statement)
    return proxy
  }

  const counted = replacing(database, {
    prepare: (sql) => counting(database.prepare(sql)),
    batch<T>(statements: D1PreparedStatement[]) {
      count += statements.length
      return database.batch<T>(statements.map((statement) => bare.get(statement) ?? statement))
    },
  })
  return { counted, statements: () => count }
}
