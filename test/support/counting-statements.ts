/** The same database, with a count of the statements that went to it. */
export function countingStatements(database: D1Database) {
  let count = 0
  const counted = new Proxy(database, {
    get(target, key) {
      if (key === 'prepare') count += 1
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { counted, statements: () => count }
}
