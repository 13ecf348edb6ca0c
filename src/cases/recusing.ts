import { recusals } from '../db/tables/cases.ts'
import type { Staff } from '../orgs/staff.ts'
import { type CaseForStaff, roleFor } from './access.ts'
import { whereDispatched } from './dispatching.ts'
import { move, type Outcome, type Scene } from './moving.ts'

/**
 * A person with an interest in a case stands aside: from now on he neither sees it nor acts on it. Its
 * handler gives it back by that, and a case that waited for him waits for somebody else.
 */
export async function recuse(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: { reason: string; turn?: number | undefined },
): Promise<Outcome> {
  const row = { staffId: staff.id, caseId: subject.case.id, at: scene.now }
  const also = [scene.db.insert(recusals).values(row).onConflictDoNothing()]
  const step = { subject, actor: { kind: 'staff', staff } as const, reason: input.reason, also }
  if (roleFor('step_aside', staff, subject)) {
    const changes = { handlerId: null, formerHandlerId: staff.id }
    const holderAt = whereDispatched(subject)
    return move(scene, { ...step, action: 'step_aside', turn: input.turn, changes, holderAt })
  }
  const { holderRole, holderId } = subject.case
  if (!holderRole || holderId) return move(scene, { ...step, action: 'recuse' })
  return move(scene, { ...step, action: 'recuse', changes: {}, holder: holderRole })
}
