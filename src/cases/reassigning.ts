import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { staff as staffTable } from '../db/tables/orgs.ts'
import type { Staff } from '../orgs/staff.ts'
import type { CaseForStaff } from './access.ts'
import { whereDispatched } from './dispatching.ts'
import { move, type Outcome, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'

/**
 * Takes a case from a handler who cannot go on (ill, gone), so that it is dispatched anew to somebody else.
 * The dispatch to him counts among the three, as a returned one does, unless his account is closed: that
 * he left the union is nobody's passing on.
 */
export async function reassign(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: Step,
): Promise<Outcome> {
  const it = subject.case
  const counts = it.handlerId === null || (await isActive(scene.db, it.handlerId))
  const dispatches = counts ? it.dispatches : Math.max(0, it.dispatches - 1)
  return move(scene, {
    action: 'reassign',
    subject,
    actor: { kind: 'staff', staff },
    ...input,
    changes: { handlerId: null, formerHandlerId: it.handlerId, dispatches },
    holderAt: whereDispatched({ ...subject, case: { ...it, dispatches } }),
  })
}

async function isActive(db: Db, staffId: string): Promise<boolean> {
  const active = and(eq(staffTable.id, staffId), eq(staffTable.active, true))
  return (await db.select({ id: staffTable.id }).from(staffTable).where(active)).length > 0
}
