import { sql } from 'drizzle-orm'

/** A new row's id: sorts by time, and cannot be guessed. */
export function newId(now: Date): string {
  return firstIdAt(now) + randomId(8)
}

/** What the ids of an instant begin with; it sorts before all of them, and after those of the instants before. */
export function firstIdAt(instant: Date): string {
  return instant.getTime().toString(36).padStart(9, '0')
}

/** An id that tells nothing: that of a case stands in addresses, and would tell the minute of its filing. */
export function randomId(length = 16): string {
  const random = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(random, (byte) => byte.toString(36).padStart(2, '0')).join('')
}

/** SQL: the same for each row of a statement that writes several. */
export const randomIdSql = sql<string>`lower(hex(randomblob(16)))`
