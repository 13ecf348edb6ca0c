import { eq } from 'drizzle-orm'
import { replies } from '../../db/tables/grievances.ts'
import type { By } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { actingAtOrAbove } from './acting-at.ts'
import type { GrievanceEffect } from './effect.ts'
import { chairMustSign } from './guards.ts'
import type { GrievanceSubject } from './subject.ts'

/** The reviewer approves; the case goes to the chair where he must sign, else to a deputy. */
export const approve: GrievanceEffect = (scene, subject, _, by) => ({
  also: onReply(scene, subject, by, {
    reviewerId: by.staff?.id ?? null,
    reviewedAt: scene.now,
  }),
  ...(chairMustSign(subject) ? { holder: 'chair' } : {}),
})

/** Signs; from now on the worker reads the answer. */
export const sign: GrievanceEffect = (scene, subject, _, by) => ({
  own: { repliedAt: scene.now },
  also: onReply(scene, subject, by, {
    signerId: by.staff?.id ?? null,
    signedAt: scene.now,
  }),
})

function onReply(
  { db }: Scene,
  { case: it, grievance }: GrievanceSubject,
  by: By,
  values: Partial<typeof replies.$inferInsert>,
) {
  const { replyId } = grievance
  const decidedPath = actingAtOrAbove(replies.decidedPath, by, it)
  return replyId
    ? [
        db
          .update(replies)
          .set({ ...values, decidedPath })
          .where(eq(replies.id, replyId)),
      ]
    : []
}
