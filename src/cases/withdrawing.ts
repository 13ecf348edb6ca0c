import type { Staff } from '../orgs/staff.ts'
import type { CaseForStaff } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import { move, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'
import { moveAsWorker } from './worker.ts'

/** The worker takes his case back; a second person then checks that nobody pressed him. */
export async function withdraw(
  scene: Scene,
  subject: CaseForWorker,
  input: { reason?: string | undefined; turn?: number | undefined },
) {
  return moveAsWorker(scene, subject, { action: 'withdraw', ...input })
}

/** The worker goes on after all. */
export async function resume(scene: Scene, subject: CaseForWorker, input: { turn?: number | undefined }) {
  return moveAsWorker(scene, subject, { action: 'resume', ...input, changes: anew })
}

/** Whoever checked the withdrawal found pressure: the case goes on. */
export async function reinstate(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const actor = { kind: 'staff', staff } as const
  return move(scene, { action: 'reinstate', subject, actor, ...input, changes: anew })
}

/** Whoever checked the withdrawal found no pressure; says how he knows. */
export async function confirmWithdrawal(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const actor = { kind: 'staff', staff } as const
  const changes = { closingLabel: 'withdrawn' as const }
  return move(scene, { action: 'confirm_withdrawal', subject, actor, ...input, changes })
}

const anew = { handlerId: null, replyId: null, dispatches: 0 }
