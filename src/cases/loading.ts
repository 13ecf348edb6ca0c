import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/client.ts'
import { cases, identities, ratings, replies, submissions } from '../db/tables/cases.ts'
import { formVersions } from '../db/tables/forms.ts'
import { enterprises, organisations, staff as staffTable } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import { type CaseForStaff, maySee } from './access.ts'
import type { Scene } from './moving.ts'
import { recusedSql } from './sight.ts'

export type Reply = typeof replies.$inferSelect
export type Submission = typeof submissions.$inferSelect
export type Rating = typeof ratings.$inferSelect

/** A case with all that its page shows, except history and thread (`history.ts`). */
export interface CasePage extends CaseForStaff {
  submission: Submission
  /** The form version that was answered; `forms/definition.ts` reads it. */
  definition: unknown
  org: { id: string; name: Bilingual }
  enterprise: { id: string; name: Bilingual } | null
  handlerName: string | null
  /** The current draft or, once signed, the answer. */
  reply: Reply | null
  rating: Rating | null
  hasIdentity: boolean
}

/** The same for the worker: no draft before it is signed, and nobody's name. */
export type CaseForWorker = CasePage

/** A case as this person may see it; null when there is none, or he may not. */
export async function loadForStaff(scene: Scene, staff: Staff, id: string): Promise<CasePage | null> {
  const found = await pageOf(scene.db, eq(cases.id, id), staff.id)
  return found && maySee(staff, found) ? found : null
}

/** The case of a receipt; one look-up, alike for right and wrong ones. */
export async function loadByReceiptHash(db: Db, hash: string): Promise<CaseForWorker | null> {
  const found = await pageOf(db, eq(cases.receiptHash, hash), '')
  return found && { ...found, handlerName: null, reply: found.reply?.signedAt ? found.reply : null }
}

async function pageOf(db: Db, which: ReturnType<typeof eq>, staffId: string): Promise<CasePage | null> {
  const handler = alias(staffTable, 'handler')
  const [row] = await db
    .select({
      case: cases,
      submission: submissions,
      definition: formVersions.definition,
      org: { id: organisations.id, name: organisations.name },
      enterpriseId: enterprises.id,
      enterpriseName: enterprises.name,
      handlerName: handler.name,
      reply: replies,
      rating: ratings,
      hasIdentity: sql<number>`exists (select 1 from ${identities} where ${identities.caseId} = ${cases.id})`,
      recused: recusedSql(staffId),
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(formVersions, eq(formVersions.id, submissions.formVersionId))
    .leftJoin(organisations, eq(organisations.id, cases.orgId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(handler, eq(handler.id, cases.handlerId))
    .leftJoin(replies, eq(replies.id, cases.replyId))
    .leftJoin(ratings, eq(ratings.replyId, cases.replyId))
    .where(which)
    .limit(1)
  if (!row) return null
  const { enterpriseId, enterpriseName, recused, hasIdentity, org, ...rest } = row
  return {
    ...rest,
    org: org ?? { id: row.case.orgId, name: { zh: '', en: '' } },
    enterprise: enterpriseId && enterpriseName ? { id: enterpriseId, name: enterpriseName } : null,
    hasIdentity: Boolean(hasIdentity),
    recused: Boolean(recused),
  }
}
