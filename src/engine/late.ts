import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { duties } from '../db/tables/cases.ts'

/** SQL over `duties d` joined with `cases`: a duty of ours that is late, which the clock has not seen yet. */
export function isNewlyLate(now: Date): SQL {
  return sql`d.holder = 'union' and d.late_at is null and d.ended_at is null and d.due_at < ${now.getTime()}`
}

/** Statement: marks what the clock has seen by now. */
export function markLate(db: Db, now: Date): Statement {
  return db
    .update(duties)
    .set({ lateAt: now })
    .where(sql`rowid in (select d.rowid from duties d where ${isNewlyLate(now)})`)
}

/** Statement: lets go of the half-time reminders that have struck. */
export function dropHalfTimes(db: Db, now: Date): Statement {
  return db
    .update(duties)
    .set({ halfAt: null })
    .where(sql`half_at <= ${now.getTime()} and half_at is not null`)
}
