import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { duties } from '../db/tables/cases.ts'

/**
 * The ids of cases with a duty of ours that is late, which the clock has not seen yet: the longest late first, as
 * many as a run takes. It asks before the lamps are marked, so that it reads what turns red now and what is red with
 * nobody watching, and nothing of what was late before; where supervision ends, its late duties are marked then.
 */
export async function newlyLate(db: Db, now: Date, slice: number): Promise<string[]> {
  const at = now.getTime()
  const isOver = sql`closed_at is null and due_at < ${at}`
  const found = await db.all<{ id: string }>(
    sql`select id from (
        select id, due_at from cases indexed by cases_green where lamp = 'green' and amber_at <= ${at} and ${isOver}
        union all
        select id, due_at from cases indexed by cases_amber where lamp = 'amber' and ${isOver}
        union all
        select id, due_at from cases indexed by cases_unwatched
        where lamp = 'red' and supervised_at is null and ${isOver}) as turning
      where exists (select 1 from duties d where d.case_id = turning.id and ${isNewlyLate(now)})
      order by due_at limit ${slice}`,
  )
  return found.map(({ id }) => id)
}

/** SQL over `duties d`: one of ours that is late, which the clock has not seen yet. */
export function isNewlyLate(now: Date): SQL {
  return sql`d.holder = 'union' and d.late_at is null and d.ended_at is null and d.due_at < ${now.getTime()}`
}

/** Statement: marks what is late by now as seen, of the cases that `which` matches (an SQL condition on `case_id`). */
export function markLate(db: Db, now: Date, which: SQL): Statement {
  return db
    .update(duties)
    .set({ lateAt: now })
    .where(
      sql`${which} and holder = 'union' and late_at is null and ended_at is null and due_at < ${now.getTime()}`,
    )
}

/** SQL, a table of (case_id, kind): the half-time reminders that have struck, as many as a run takes. */
export function struck(now: Date, slice: number): SQL {
  return sql`(select d.case_id, d.kind from duties d where d.half_at <= ${now.getTime()} and d.half_at is not null
    order by d.half_at limit ${slice})`
}

/** Statement: lets go of them. */
export function dropHalfTimes(db: Db, now: Date, slice: number): Statement {
  return db
    .update(duties)
    .set({ halfAt: null })
    .where(sql`(case_id, kind) in ${struck(now, slice)}`)
}
