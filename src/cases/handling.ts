import type { Staff } from '../orgs/staff.ts'
import type { CaseForStaff } from './access.ts'
import { move, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'

/** The handler brings worker and employer together. */
export async function mediate(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, { action: 'mediate', subject, actor: { kind: 'staff', staff }, ...input })
}

/** Another agency acts; the case stays ours, and its handler looks in every 15 days. */
export async function refer(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, { action: 'refer', subject, actor: { kind: 'staff', staff }, ...input })
}

/** The handler goes on by himself after the other agency. */
export async function resumeHandling(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, { action: 'resume_handling', subject, actor: { kind: 'staff', staff }, ...input })
}

/** A note in the file; the worker does not see it, the clock of silence does. */
export async function note(scene: Scene, staff: Staff, subject: CaseForStaff, input: { reason: string }) {
  const actor = { kind: 'staff', staff } as const
  return move(scene, { action: 'note', subject, actor, reason: input.reason, changes: { halfAt: null } })
}
