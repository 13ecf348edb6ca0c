import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { listed } from '../db/listed.ts'
import { changedCases } from '../db/tables/changes.ts'

/**
 * Takes on so many of the cases that changed and were not followed yet. Those of a run that died or failed come last, so
 * that where a step fails again and again the others are still done for every case.
 */
export async function claimChanged(db: Db, most: number): Promise<string[]> {
  const fresh = await claim(db, false, most)
  return fresh.length < most ? [...fresh, ...(await claim(db, true, most, fresh))] : fresh
}

async function claim(db: Db, claimed: boolean, most: number, besides: string[] = []): Promise<string[]> {
  const isNext = and(eq(changedCases.claimed, claimed), notInArray(changedCases.caseId, listed(besides)))
  const next = db
    .select({ id: changedCases.caseId })
    .from(changedCases)
    .where(isNext)
    .limit(most - besides.length)
  const rows = await db
    .update(changedCases)
    .set({ claimed: true })
    .where(inArray(changedCases.caseId, next))
    .returning({ id: changedCases.caseId })
  return rows.map(({ id }) => id)
}

/** Whether there is any that was not followed yet. */
export async function anyChanged(db: Db): Promise<boolean> {
  return (await db.select({ id: changedCases.caseId }).from(changedCases).limit(1)).length > 0
}

/** Has done with them; what changed meanwhile stays, and is followed again. */
export async function settleChanged(db: Db, ids: readonly string[]): Promise<void> {
  const those = sql`${changedCases.caseId} in (select value from json_each(${JSON.stringify(ids)}))`
  await db.delete(changedCases).where(and(those, eq(changedCases.claimed, true)))
}

/** Statement: gives some of them back, for the next run; it is as if they changed meanwhile. */
export function giveBackChanged(db: Db, ids: readonly string[]): Statement {
  return db
    .update(changedCases)
    .set({ claimed: false })
    .where(sql`${changedCases.caseId} in ${listed(ids)}`)
}
