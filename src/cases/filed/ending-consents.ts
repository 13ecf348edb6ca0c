import { and, eq, isNull } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { consents } from '../../db/tables/consents.ts'
import type { Scene } from '../../orgs/scene.ts'

/**
 * Statements: with the name of a case what its worker agreed to is taken back, and what he was asked and has not answered
 * is gone; what he refused stays refused.
 */
export function endConsents({ db, now }: Pick<Scene, 'db' | 'now'>, caseId: string): Statement[] {
  return [
    dropUnanswered(db, caseId),
    db
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(standingOn(caseId), eq(consents.answer, 'given'))),
  ]
}

/** Statement: what its worker was asked and has not answered is gone. */
export function dropUnanswered(db: Scene['db'], caseId: string): Statement {
  return db.delete(consents).where(and(standingOn(caseId), isNull(consents.answer)))
}

const standingOn = (caseId: string) => and(eq(consents.caseId, caseId), isNull(consents.withdrawnAt))
