import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { consents, referrals } from '../db/tables/consents.ts'
import { grievances, ratings, replies } from '../db/tables/grievances.ts'
import { submissions } from '../db/tables/submissions.ts'
import { dayOf, keepDays } from '../engine/keeping-days.ts'
import type { Scene } from '../orgs/scene.ts'

/**
 * Statements: leaves of every time in the cases that `which` matches its day. Beside the hours of a shift, a
 * minute is enough to know somebody by, long after all that he wrote is gone.
 */
export function cuttingTimes(scene: Scene, which: SQL): Statement[] {
  const { db } = scene
  const theirs = sql`case_id in (select id from cases where ${which})`
  const day = dayOf(scene)
  return [
    db
      .update(replies)
      .set({
        draftedAt: day(replies.draftedAt),
        reviewedAt: day(replies.reviewedAt),
        signedAt: day(replies.signedAt),
        readAt: day(replies.readAt),
      })
      .where(theirs),
    db
      .update(ratings)
      .set({ at: day(ratings.at) })
      .where(theirs),
    db
      .update(grievances)
      .set({
        acceptedAt: day(grievances.acceptedAt),
        repliedAt: day(grievances.repliedAt),
        // It tells the day that he named, whose answer is gone.
        limitationAt: null,
      })
      .where(theirs),
    db
      .update(consents)
      .set({
        askedAt: day(consents.askedAt),
        answeredAt: day(consents.answeredAt),
        withdrawnAt: day(consents.withdrawnAt),
      })
      .where(theirs),
    db
      .update(referrals)
      .set({ at: day(referrals.at) })
      .where(theirs),
    db
      .update(submissions)
      .set({ createdAt: day(submissions.createdAt), erasedAt: day(submissions.erasedAt) })
      .where(sql`id in (select submission_id from cases where ${which})`),
    ...keepDays(scene, which),
  ]
}
