import { type SQL, sql } from 'drizzle-orm'

/** A first contact is due within half of this after the filing, whatever the settings say, in milliseconds. */
const longest = 30 * 86_400_000

/** SQL over `cases`: filed when its first contact may be due in a span, by the index of what is new. */
export function mayOweContact(from: SQL | number, to: SQL | number): SQL {
  return sql`cases.created_at >= ${from} - ${longest} and cases.created_at < ${to}`
}

/**
 * SQL over `cases` and its duty of first contact: whether it counts among the contacts that were due. A merged
 * case is another one's, and one that was withdrawn before its contact was due owed none; of danger somebody meets
 * the worker all the same, which counts as little.
 */
export function isContactOwed(duty: SQL): SQL {
  return sql`cases.closing_label is not 'merged'
    and not (${duty}.done_at is null and ${duty}.ended_at is not null and ${duty}.ended_at < ${duty}.due_at)
    and not (cases.danger = 1 and exists (select 1 from case_events e where e.case_id = cases.id
      and e.action = 'withdraw' and e.at < ${duty}.due_at and (${duty}.done_at is null or ${duty}.done_at > e.at)))`
}
