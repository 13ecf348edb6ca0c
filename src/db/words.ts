import { type SQL, sql } from 'drizzle-orm'

/** SQL, a list in parentheses: words of ours. Not as parameters, of which D1 takes a hundred a statement. */
export function words(list: readonly string[]): SQL {
  if (list.some((word) => !/^[a-z_ ]+$/.test(word))) throw new Error(`Not only words: ${list.join()}`)
  return sql.raw(`(${list.map((word) => `'${word}'`).join(', ')})`)
}
