import { and, desc, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { Scene } from '../../orgs/scene.ts'
import { actingAt, actingAtOrAbove } from './acting-at.ts'
import { barAll } from './barring.ts'
import type { GrievanceEffect } from './effect.ts'

/** Proposes; a second person has to agree. */
export const proposeDecline: GrievanceEffect = (_, { case: it }, _input, by) => ({
  own: { declinedPath: actingAt(by, it) },
})

/**
 * Agrees; the worker reads the second person's words or, without any, those of the proposal. From here on
 * neither of the two decides the case again.
 */
export const agreeDecline: GrievanceEffect = async (scene, subject, input, by) => {
  const { case: it, grievance } = subject
  const deciders = [grievance.proposerId, by.staff?.id].filter((id) => id != null)
  return {
    reason: input.reason?.trim() || (await proposalOf(scene, it.id)),
    own: { declinedPath: actingAtOrAbove(grievances.declinedPath, by, it) },
    also: [barAll(scene, it.id, deciders)],
  }
}

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
