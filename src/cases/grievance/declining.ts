import { and, desc, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { GrievanceEffect } from './effect.ts'
import { partAll } from './unmerging.ts'

/**
 * Agrees; the worker reads the second person's words or, without any, those of the proposal. Whatever is merged
 * into the case goes on by itself.
 */
export const agreeDecline: GrievanceEffect = async (scene, subject, input) => ({
  reason: input.reason?.trim() || (await proposalOf(scene, subject.case.id, 'propose_decline')),
  ...(await partAll(scene, subject)),
})

/** Why it was proposed to decline the case, or to merge it; for whoever decides about it. */
export async function proposalOf(
  { db }: Scene,
  caseId: string,
  action: 'propose_decline' | 'propose_merge',
): Promise<string | undefined> {
  const [event] = await db
    .select({ reason: caseEvents.reason })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.action, action)))
    .orderBy(desc(caseEvents.seq))
    .limit(1)
  return event?.reason ?? undefined
}
