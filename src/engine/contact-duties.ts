import { sql } from 'drizzle-orm'
import type { DutyKind } from '../db/vocabulary.ts'

/** The duties of meeting the worker, at first and once more. */
export const contacts: readonly DutyKind[] = ['contact', 'contact_again']

export function isContact(kind: DutyKind): boolean {
  return contacts.includes(kind)
}

/** SQL over `duties d`: the same. */
export const isContactSql = sql`d.kind in ${contacts}`

/** SQL over `cases`: by when the worker is to be met, in milliseconds; null where that is done, or not owed. */
export const contactDue = sql<number | null>`(select min(d.due_at) from duties d
  where d.case_id = cases.id and ${isContactSql} and d.ended_at is null)`
