import { and, eq, isNull } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { consents } from '../../db/tables/consents.ts'
import type { Scene } from '../../orgs/scene.ts'

/**
 * Statements: with the name of a case what its worker agreed to is taken back, and what he was asked and has not answered
 * is gone; what he refused stays refused.
 */
export function endConsents({ db, now }: Pick<Scene, 'db' | 'now'>, caseId: string): Statement[] {
  const standing = and(eq(consents.caseId, caseId), isNull(consents.withdrawnAt))
  return [
    db.delete(consents).where(and(standing, isNull(consents.answer))),
    db
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(standing, eq(consents.answer, 'given'))),
  ]
}
