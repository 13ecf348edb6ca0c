import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'

/** SQL over `cases`: open, and with the union, so that its deadline is ours. */
export const isOurs = and(isNull(cases.closedAt), sql`${cases.holderRole} is not null`)

/**
 * Marks the lamps of cases that the union has: red past the deadline, amber near it. Two updates by an
 * index; only cases whose lamp changes are read.
 */
export async function markLamps(db: Db, now: Date): Promise<void> {
  await db.batch([
    db
      .update(cases)
      .set({ lamp: 'red' })
      .where(and(sql`${cases.lamp} in ('green', 'amber') and ${cases.dueAt} < ${now.getTime()}`, isOurs)),
    db
      .update(cases)
      .set({ lamp: 'amber' })
      .where(and(eq(cases.lamp, 'green'), sql`${cases.amberAt} <= ${now.getTime()}`, isOurs)),
  ])
}
