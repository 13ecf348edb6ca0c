import { and, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'

/** SQL over `cases`: open, and its nearest date is ours, whoever has the case: ours stand before the worker's. */
const isOurs = and(
  isNull(cases.closedAt),
  sql`exists (select 1 from duties d where d.case_id = ${cases.id} and d.ended_at is null and d.holder = 'union')`,
)

/**
 * Marks the lamps of cases that the union has: amber near the deadline, red past it. Two updates, each by
 * the index of the lamp before; only cases whose lamp changes are read.
 */
export async function markLamps(db: Db, now: Date): Promise<void> {
  await db.batch([
    db
      .update(cases)
      .set({ lamp: 'amber' })
      .where(and(sql`${cases.lamp} = 'green' and ${cases.amberAt} <= ${now.getTime()}`, isOurs)),
    db
      .update(cases)
      .set({ lamp: 'red' })
      .where(and(sql`${cases.lamp} = 'amber' and ${cases.dueAt} < ${now.getTime()}`, isOurs)),
  ])
}
