import { and, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'

/** SQL over `cases`: open, and its nearest date is ours, whoever has the case: ours stand before the worker's. */
const isOurs = and(
  isNull(cases.closedAt),
  sql`exists (select 1 from duties d where d.case_id = ${cases.id} and d.ended_at is null and d.holder = 'union')`,
)

/** How many lamps of each colour a run changes, the longest due first: pages show red by the date meanwhile. */
const slice = 3000

/**
 * Marks the lamps of cases that the union has: amber near the deadline, red past it. Two updates, each by
 * the index of the lamp before; only cases whose lamp changes are read.
 */
export async function markLamps(db: Db, now: Date): Promise<void> {
  const at = now.getTime()
  const green = sql`lamp = 'green' and amber_at <= ${at} and ${isOurs} order by amber_at limit ${slice}`
  const amber = sql`lamp = 'amber' and due_at < ${at} and ${isOurs} order by due_at limit ${slice}`
  const lamp = sql`case when ${cases.dueAt} < ${at} then 'red' else 'amber' end`
  await db.batch([
    db.update(cases).set({ lamp }).where(sql`number in (select number from cases where ${green})`),
    db.update(cases).set({ lamp: 'red' }).where(sql`number in (select number from cases where ${amber})`),
  ])
}
