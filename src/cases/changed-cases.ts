import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { listed } from '../db/listed.ts'
import { changedCases } from '../db/tables/changes.ts'

/** Takes on so many of the cases that changed and were not followed yet, those of a run that died among them. */
export async function claimChanged(db: Db, most: number): Promise<string[]> {
  const next = db.select({ id: changedCases.caseId }).from(changedCases).limit(most)
  const claimed = await db
    .update(changedCases)
    .set({ claimed: true })
    .where(inArray(changedCases.caseId, next))
    .returning({ id: changedCases.caseId })
  return claimed.map(({ id }) => id)
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
