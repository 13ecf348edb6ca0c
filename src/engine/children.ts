import { sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { nothingWritten } from '../db/columns.ts'
import { randomId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { cases } from '../db/tables/cases.ts'
import { submissions } from '../db/tables/submissions.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Move } from './move.ts'
import { findPlaces } from './places.ts'
import type { Case, Child, Columns, Lines, Process, Subject } from './process.ts'

type Parent = Pick<Process, 'children'>

/**
 * Statements, after those of the case: opens one of another process below it, where its move says so. It lies
 * where its parent lies, is as secret, and carries nothing that the worker wrote; no receipt leads to it.
 */
export function openBelow(scene: Scene, { children }: Parent, { opens }: Move, parent: Case): Statement[] {
  const child = opens && children[opens]
  if (!child) return []
  const { orgPath, enterpriseId, category, mode, secrecy, confidedTo, anonymous, bypassesUnit } = parent
  const id = randomId()
  const { theCase, others } = child.begin(scene, {
    id,
    submissionId: id,
    parentId: parent.parentId ?? parent.id,
    // Shorter than the keyed hash of any receipt.
    receiptHash: id,
    orgId: null,
    danger: false,
    ...{ orgPath, enterpriseId, category, mode, secrecy, confidedTo, anonymous, bypassesUnit },
  })
  return [submissionOf(scene, parent, id), theCase, ...others]
}

/** The form that its parent was filed with, without the answers. */
function submissionOf({ db, now }: Scene, { submissionId, mode }: Case, id: string): Statement {
  const { formVersionId, locale } = submissions
  return insertSelect(
    db,
    submissions,
    { id, formVersionId, locale, mode, answers: nothingWritten.answers, createdAt: now },
    sql`from submissions where id = ${submissionId}`,
  )
}

/**
 * Statements, after those of the case: what was opened from it is for the same people, whoever that is now.
 * And where somebody is out of a case, it waits for another one, if it waited for his role.
 */
export function keepInSight<S extends Subject>(
  scene: Scene,
  process: Lines<S> & Parent,
  { hides, free }: Move,
  caseId: string,
  { secrecy, confidedTo }: NonNullable<Columns['case']>,
): Statement[] {
  if (!hides) return []
  const children = Object.values(process.children).map((child: Child) => child.process)
  const below = sql`cases.parent_id = ${caseId}`
  const kept =
    children.length > 0 && secrecy ? [scene.db.update(cases).set({ secrecy, confidedTo }).where(below)] : []
  // A step that changes the state has found a place for the case itself.
  const which = free ? sql`(cases.id = ${caseId} or ${below})` : below
  return free || children.length > 0
    ? [...kept, findPlaces([process as unknown as Lines<never>, ...children], scene, which)]
    : []
}
