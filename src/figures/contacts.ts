import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL over `cases` and its duty of first contact: whether it counts among the contacts that were due. A merged
 * case is another one's, and one that was withdrawn before its contact was due owed none.
 */
export function isContactOwed(duty: SQL): SQL {
  return sql`cases.closing_label is not 'merged'
    and not (${duty}.done_at is null and ${duty}.ended_at is not null and ${duty}.ended_at < ${duty}.due_at)`
}
