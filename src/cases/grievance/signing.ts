import { eq } from 'drizzle-orm'
import { replies } from '../../db/tables/grievances.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { GrievanceEffect } from './effect.ts'
import { chairMustSign } from './guards.ts'
import type { GrievanceSubject } from './subject.ts'

/** The reviewer approves; the case goes to the chair where he must sign, else to a deputy. */
export const approve: GrievanceEffect = (scene, subject, _, by) => ({
  also: onReply(scene, subject, {
    reviewerId: by.staff?.id ?? null,
    reviewedAt: scene.now,
  }),
  ...(chairMustSign(subject) ? { holder: 'chair' } : {}),
})

/** Signs; from now on the worker reads the answer. */
export const sign: GrievanceEffect = (scene, subject, _, by) => ({
  own: { repliedAt: scene.now },
  also: onReply(scene, subject, {
    signerId: by.staff?.id ?? null,
    signedAt: scene.now,
  }),
})

function onReply(
  { db }: Scene,
  { grievance }: GrievanceSubject,
  values: Partial<typeof replies.$inferInsert>,
) {
  const { replyId } = grievance
  return replyId ? [db.update(replies).set(values).where(eq(replies.id, replyId))] : []
}
