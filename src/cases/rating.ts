import { ratings } from '../db/tables/cases.ts'
import type { SatisfiedAnswer, SolvedAnswer } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import type { CaseForStaff } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import { move, type Outcome, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'
import { moveAsWorker } from './worker.ts'

/**
 * The worker's two answers about a reply, once for each. "Solved" closes the case; otherwise it stays
 * with him until he has it reopened, appeals, or the clock hands it to the chair.
 */
export async function rate(
  scene: Scene,
  subject: CaseForWorker,
  input: { solved: SolvedAnswer; satisfied: SatisfiedAnswer; turn?: number },
): Promise<Outcome> {
  const replyId = subject.case.replyId
  if (!replyId) return { ok: false, why: 'not_allowed' }
  const { solved, satisfied, turn } = input
  const row = { replyId, caseId: subject.case.id, solved, satisfied, at: scene.now }
  return moveAsWorker(scene, subject, {
    action: solved === 'solved' ? 'rate_solved' : 'rate_unsolved',
    turn,
    ...(solved === 'solved' ? { changes: { closingLabel: 'solved' } } : {}),
    also: [scene.db.insert(ratings).values(row)],
  })
}

/** The chair closes as unsolved a case that the worker did not call solved, and says why. */
export async function closeUnsolved(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const actor = { kind: 'staff', staff } as const
  const changes = { closingLabel: 'unsolved' as const }
  return move(scene, { action: 'close_unsolved', subject, actor, ...input, changes })
}
