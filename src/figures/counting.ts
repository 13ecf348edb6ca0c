import { and, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases, duties } from '../db/tables/cases.ts'
import { ratings } from '../db/tables/grievances.ts'
import { isContactOwed, mayOweContact } from './contacts.ts'

export interface Span {
  from: Date
  to: Date
}

/** Statement: contacts that were due in a span, and those made in time, among the cases of a condition. */
export function contactCounts(db: Db, { from, to }: Span, within: SQL | undefined) {
  return db
    .select({
      contactsDue: sql<number>`count(*)`,
      contactsInTime: sql<number>`coalesce(sum(${duties.doneAt} <= ${duties.dueAt}), 0)`,
    })
    .from(duties)
    .innerJoin(cases, eq(cases.id, duties.caseId))
    .where(
      and(
        sql`${duties.kind} = 'contact'`,
        mayOweContact(from.getTime(), to.getTime()),
        isContactOwed(sql`duties`),
        gte(duties.dueAt, from),
        lt(duties.dueAt, to),
        within,
      ),
    )
}

/** Statement: what workers answered in a span; of several ratings of one case the last is his word. */
export function answerCounts(db: Db, { from, to }: Span, within: SQL | undefined) {
  const lastWord = sql`(select max(later.at) from ratings as later
    where later.case_id = ${ratings.caseId} and later.at < ${to.getTime()})`
  return db
    .select({
      rated: sql<number>`count(*)`,
      solved: sql<number>`coalesce(sum(${ratings.solved} = 'solved'), 0)`,
      partly: sql<number>`coalesce(sum(${ratings.solved} = 'partly'), 0)`,
      satisfied: sql<number>`coalesce(sum(${ne(ratings.satisfied, 'not_satisfied')}), 0)`,
    })
    .from(ratings)
    .innerJoin(cases, eq(cases.id, ratings.caseId))
    .where(and(gte(ratings.at, from), lt(ratings.at, to), eq(ratings.at, lastWord), within))
}
