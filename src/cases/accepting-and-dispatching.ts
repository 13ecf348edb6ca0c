import type { Outcome } from '../engine/process.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import { type CasePage, loadForStaff } from './loading.ts'
import { type ActInput, performAs, roleFor } from './performing.ts'

/**
 * Accepts a case and, where a handler is chosen, gives it to him at once: two acts, the second under the turn that the
 * first one made, so that nobody who comes between is overrun. The acceptance holds whatever becomes of the dispatch: a
 * new category may have put the case above who accepted it, or out of that handler's sight.
 */
export async function acceptAndDispatch(
  scene: Scene,
  staff: Staff,
  subject: CasePage,
  input: ActInput & { turn: number },
): Promise<Outcome> {
  const accepted = await performAs(scene, staff, subject, 'accept', input)
  if (!accepted.ok || !input.handlerId) return accepted
  const accepting = await loadForStaff(scene, staff, subject.case.id)
  const chosen = { turn: input.turn + 1, handlerId: input.handlerId }
  if (accepting) await performAs(scene, staff, accepting, 'dispatch', chosen)
  return accepted
}

/** Whether who accepts a case as it is may then dispatch it as well. */
export function mayDispatchNext(
  staff: Staff,
  subject: CasePage,
  moment: Pick<Scene, 'rules' | 'now'>,
): boolean {
  const accepted = { ...subject, case: { ...subject.case, state: 'accepted' as const } }
  return roleFor('dispatch', staff, accepted, moment) !== null
}
