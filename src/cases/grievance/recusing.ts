import { recusals } from '../../db/tables/cases.ts'
import type { By, Subject } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { GrievanceEffect } from './effect.ts'

/** A person with an interest in a case stands aside: from now on he neither sees it nor acts on it. */
export const recuse: GrievanceEffect = (scene, subject, _, by) => ({ also: recusal(scene, subject, by) })

/** The handler stands aside, and gives the case back by that. */
export const stepAside: GrievanceEffect = (scene, subject, _, by) => ({
  case: { handlerId: null, formerHandlerId: subject.case.handlerId },
  also: recusal(scene, subject, by),
})

function recusal({ db, now }: Scene, { case: it }: Subject, { staff }: By) {
  if (!staff) return []
  const row = { staffId: staff.id, caseId: it.id, at: now }
  return [db.insert(recusals).values(row).onConflictDoNothing()]
}
