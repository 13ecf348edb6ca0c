import { and, desc, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { By, Subject } from '../../engine/process.ts'
import { wordsOf } from '../../engine/saying.ts'
import type { Scene } from '../../orgs/scene.ts'
import { actingAt, actingAtOrAbove } from './acting-at.ts'
import { barAll } from './barring.ts'
import type { GrievanceEffect } from './effect.ts'
import type { Grievance } from './subject.ts'
import { partAll } from './unmerging.ts'

/** Proposes; a second person has to agree. */
export const proposeDecline: GrievanceEffect = (_, { case: it }, _input, by) => ({
  own: { declinedPath: actingAt(by, it) },
})

/**
 * Agrees; the worker reads the second person's words or, without any, those of the proposal. From here on
 * neither of the two decides the case again, and whatever is merged into it goes on by itself.
 */
export const agreeDecline: GrievanceEffect = async (scene, subject, input, by) => {
  const { case: it, grievance } = subject
  const { own, also = [], ...parted } = await partAll(scene, subject)
  return {
    ...parted,
    reason: input.reason?.trim() || (await proposalOf(scene, subject, 'propose_decline')),
    own: { ...own, declinedPath: actingAtOrAbove(grievances.declinedPath, by, it) },
    also: [...also, barAll(scene, it.id, deciders(grievance, by))],
  }
}

/** Who proposed something and who agrees to it. */
export function deciders({ proposerId }: Grievance, { staff }: By): string[] {
  return [proposerId, staff?.id].filter((id) => id != null)
}

/** Why it was proposed to decline the case, or to merge it; for whoever decides about it. */
export async function proposalOf(
  { db }: Scene,
  { case: { id: caseId }, cipher }: Subject,
  action: 'propose_decline' | 'propose_merge',
): Promise<string | undefined> {
  const [event] = await db
    .select({ id: caseEvents.id, reason: caseEvents.reason })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.action, action)))
    .orderBy(desc(caseEvents.seq))
    .limit(1)
  return (event && (await wordsOf(cipher, event))) ?? undefined
}
