import { and, desc, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { GrievanceEffect } from './effect.ts'

/** Agrees; the worker reads the second person's words or, without any, those of the proposal. */
export const agreeDecline: GrievanceEffect = async (scene, subject, input) => ({
  reason: input.reason?.trim() || (await proposalOf(scene, subject.case.id)),
})

/** Why it was proposed to decline the case; for whoever decides about it. */
export async function proposalOf({ db }: Scene, caseId: string): Promise<string | undefined> {
  const [event] = await db
    .select({ reason: caseEvents.reason })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.action, 'propose_decline')))
    .orderBy(desc(caseEvents.seq))
    .limit(1)
  return event?.reason ?? undefined
}
