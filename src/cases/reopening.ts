import type { Staff } from '../orgs/staff.ts'
import { levelAbove } from '../orgs/tree.ts'
import type { Case, CaseForStaff } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import { move, type Scene } from './moving.ts'
import { supervisionEvent } from './supervising.ts'
import type { Step } from './triaging.ts'
import { moveAsWorker } from './worker.ts'

export interface Plea {
  reason: string
  turn?: number | undefined
}

/** The worker has his case done again, by somebody else; complaining again starts supervision. */
export async function reopen(scene: Scene, subject: CaseForWorker, input: Plea) {
  return moveAsWorker(scene, subject, {
    action: 'reopen',
    ...input,
    changes: { ...doneAgain(subject.case, scene.now), ...supervised(subject.case, scene.now) },
    also: supervision(scene, subject.case),
  })
}

/** The chair has a case done again that the worker did not call solved. */
export async function reopenByUnion(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const changes = doneAgain(subject.case, scene.now)
  return move(scene, {
    action: 'reopen_by_union',
    subject,
    actor: { kind: 'staff', staff },
    ...input,
    changes,
  })
}

/** The worker asks the level above to look at the answer (信访工作条例 35). */
export async function appeal(scene: Scene, subject: CaseForWorker, input: Plea) {
  return moveAsWorker(scene, subject, {
    action: 'appeal',
    ...input,
    orgPath: levelAbove(subject.case.orgPath),
    changes: { ...doneAgain(subject.case, scene.now), ...supervised(subject.case, scene.now) },
    also: supervision(scene, subject.case),
  })
}

/** The worker does not accept that his case was declined; the level above looks at it. */
export async function object(scene: Scene, subject: CaseForWorker, input: Plea) {
  const orgPath = levelAbove(subject.case.orgPath)
  return moveAsWorker(scene, subject, { action: 'object', ...input, orgPath })
}

/** A case done again begins with a clean sheet, and never with the same handler. */
function doneAgain(it: Case, now: Date) {
  return {
    formerHandlerId: it.handlerId,
    handlerId: null,
    replyId: null,
    dispatches: 0,
    extended: false,
    extensionDays: 0,
    acceptedAt: now,
  }
}

function supervised(it: Case, now: Date) {
  return it.supervisedAt ? {} : { supervisedAt: now }
}

function supervision(scene: Scene, it: Case) {
  return it.supervisedAt ? [] : [supervisionEvent(scene, it, 'again')]
}
