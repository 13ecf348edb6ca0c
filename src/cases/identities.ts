import { eq } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import { deletions, identities } from '../db/tables/cases.ts'
import type { Staff } from '../orgs/staff.ts'
import type { Case, CaseForStaff } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import { move, type Outcome, type Refused, type Scene } from './moving.ts'
import { workerMay } from './windows.ts'
import { moveAsWorker } from './worker.ts'

export type Details = Record<string, string>

/** Shows who the worker is, for a reason; the worker sees in his history that it was done, and by which role. */
export async function look(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: { reason: string },
): Promise<{ ok: true; details: Details } | Refused> {
  const actor = { kind: 'staff', staff } as const
  const done = await move(scene, { action: 'look_at_identity', subject, actor, reason: input.reason })
  if (!done.ok) return done
  return { ok: true, details: (await detailsOf(scene, subject.case.id)) ?? {} }
}

/** The worker's own details, for himself. */
export async function detailsOf({ db }: Scene, caseId: string): Promise<Details | null> {
  const [row] = await db.select().from(identities).where(eq(identities.caseId, caseId))
  return row?.details ?? null
}

/** The worker puts something right: what he wrote (as a remark, the answers stay), and his details. */
export async function correct(
  scene: Scene,
  subject: CaseForWorker,
  input: { text: string; details?: Details | undefined },
): Promise<Outcome> {
  const { details } = input
  const row = { caseId: subject.case.id, details: details ?? {} }
  const kept = scene.db
    .insert(identities)
    .values(row)
    .onConflictDoUpdate({ target: identities.caseId, set: { details: row.details } })
  const names = details !== undefined && Object.keys(details).length > 0
  const step = { action: 'correct', reason: input.text } as const
  if (!names) return moveAsWorker(scene, subject, step)
  // Details change under the same words, so words do not tell a second tap here.
  if (!workerMay('correct', subject, scene.rules, scene.now)) return { ok: false, why: 'not_allowed' }
  const actor = { kind: 'worker' } as const
  return move(scene, { ...step, subject, actor, changes: { anonymous: false }, also: [kept] })
}

/** The worker has what names him deleted; the case goes on without it. */
export async function erase(scene: Scene, subject: CaseForWorker): Promise<Outcome> {
  return moveAsWorker(scene, subject, {
    action: 'erase_identity',
    changes: { anonymous: true },
    also: forgetting(scene, subject.case, 'asked_by_worker'),
  })
}

/** Deletes an identity and writes down that, and why; no content. */
function forgetting({ db, now }: Scene, it: Case, why: string) {
  const row = { id: newId(now), at: now, caseNumber: it.number, what: 'identity', why }
  return [db.insert(deletions).values(row), db.delete(identities).where(eq(identities.caseId, it.id))]
}
