import { and, asc, between, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { listed } from '../db/listed.ts'
import { changedCases } from '../db/tables/changes.ts'

/** Whoever took cases on has ended by then, or died. */
const quarterOfAnHour = 15 * 60_000

/** Takes on so many of the cases that changed and that nobody took on since. */
export function claimChanged(db: Db, now: Date, most: number): Promise<string[]> {
  return claim(db, now, eq(changedCases.claimed, 0), most)
}

/** Takes on one of those of a run that died or failed, alone: what fails again keeps no other from being followed. */
export function claimLeft(db: Db, now: Date): Promise<string[]> {
  return claim(db, now, between(changedCases.claimed, 1, now.getTime() - quarterOfAnHour), 1)
}

async function claim(db: Db, now: Date, which: SQL, most: number): Promise<string[]> {
  const { caseId, claimed } = changedCases
  const next = db.select({ id: caseId }).from(changedCases).where(which).orderBy(asc(claimed)).limit(most)
  const rows = await db
    .update(changedCases)
    .set({ claimed: now.getTime() })
    .where(inArray(caseId, next))
    .returning({ id: caseId })
  return rows.map(({ id }) => id)
}

/** Whether there is any that was not followed yet. */
export async function anyChanged(db: Db): Promise<boolean> {
  return (await db.select({ id: changedCases.caseId }).from(changedCases).limit(1)).length > 0
}

/** SQL over `cases`: changed, and not followed yet. */
export const isChanged = sql<number>`exists (select 1 from changed_cases where case_id = cases.id)`

/** Has done with what was taken on at this time; what changed meanwhile stays, and is followed again. */
export async function settleChanged(db: Db, now: Date, ids: readonly string[]): Promise<void> {
  const { caseId, claimed } = changedCases
  await db.delete(changedCases).where(and(inArray(caseId, listed(ids)), eq(claimed, now.getTime())))
}

/** Statement: gives some of them back, for the next run; it is as if they changed meanwhile. */
export function giveBackChanged(db: Db, ids: readonly string[]): Statement {
  return db
    .update(changedCases)
    .set({ claimed: 0 })
    .where(inArray(changedCases.caseId, listed(ids)))
}
