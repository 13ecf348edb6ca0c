import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { duties } from '../db/tables/cases.ts'

/** SQL over `cases`: the nearest of its dates is over, so that one of its duties may be late. */
export function mayBeLate(now: Date): SQL {
  return sql`cases.closed_at is null and cases.due_at < ${now.getTime()}`
}

/** SQL over `duties d`: one of ours that is late, which the clock has not seen yet. */
export function isNewlyLate(now: Date): SQL {
  return sql`d.holder = 'union' and d.late_at is null and d.ended_at is null and d.due_at < ${now.getTime()}`
}

/** Statement: marks what the clock has seen by now. */
export function markLate(db: Db, now: Date): Statement {
  return db
    .update(duties)
    .set({ lateAt: now })
    .where(
      sql`(case_id, kind) in (select d.case_id, d.kind from cases cross join duties d
        where ${mayBeLate(now)} and d.case_id = cases.id and ${isNewlyLate(now)})`,
    )
}

/** Statement: lets go of the half-time reminders that have struck. */
export function dropHalfTimes(db: Db, now: Date): Statement {
  return db
    .update(duties)
    .set({ halfAt: null })
    .where(sql`half_at <= ${now.getTime()} and half_at is not null`)
}
