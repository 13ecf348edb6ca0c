import { and, eq, type SQL } from 'drizzle-orm'
import { cases } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { State } from '../../db/vocabulary.ts'
import type { Beside } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { Staff } from '../../orgs/staff.ts'
import { loadForStaff } from '../loading.ts'
import { asideFromOnly, readByNoMore } from '../sight.ts'
import { actingAt, actingAtOrAbove } from './acting-at.ts'
import { barAll } from './barring.ts'
import { deciders, proposalOf } from './declining.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { mergedInto, pointTo, without } from './merged.ts'
import { standsForTen, tellChair } from './standing-for-ten.ts'
import type { GrievanceSubject } from './subject.ts'

/**
 * Proposes to close a case into another one that says the same; a second person decides. `invalid`: there is no
 * such case that this person sees, it has its answer, it is in less of a hurry than one in danger, or others would
 * read what this worker wrote.
 */
export const proposeMerge: GrievanceEffect = async (scene, subject, { number }, by) => {
  const { staff } = by
  const target = staff && (await livingCase(scene, staff, subject, eq(cases.number, number ?? Number.NaN)))
  if (!target) return invalid
  return { own: { mergeTargetId: target.case.id, declinedPath: actingAt(by, subject.case) } }
}

/**
 * Agrees, as long as all that still holds, also for the second person. The other case then stands for the workers
 * of both, and for those of whatever was merged into this one before. Where its worker objects, neither of the two
 * decides it again.
 */
export const agreeMerge: GrievanceEffect = async (scene, subject, input, by) => {
  const { case: it, grievance } = subject
  const { staff } = by
  const { mergeTargetId, workers } = grievance
  const living =
    staff && mergeTargetId && (await livingCase(scene, staff, subject, eq(cases.id, mergeTargetId)))
  if (!living) return invalid
  const before = await mergedInto(scene, it.id)
  return {
    reason: input.reason?.trim() || (await proposalOf(scene, subject, 'propose_merge')),
    own: {
      mergedIntoId: living.case.id,
      workers: without(workers, before),
      declinedPath: actingAtOrAbove(grievances.declinedPath, by, it),
    },
    also: [...pointTo(scene, before, living.case.id), barAll(scene, it.id, deciders(grievance, by))],
    beside: [takenIn(living, workers)],
  }
}

/** States in which a case has its answer, or will have none. */
const decided: readonly State[] = ['declined', 'replied', 'withdrawn', 'closed', 'archived']

/** The case that a person sees which another one may be merged into; null where it may not. */
async function livingCase(
  scene: Scene,
  staff: Staff,
  { case: it }: GrievanceSubject,
  which: SQL,
): Promise<GrievanceSubject | null> {
  const [row] = await scene.db
    .select({ id: cases.id, aside: asideFromOnly(it.id) })
    .from(cases)
    .where(and(which, eq(cases.process, 'grievance')))
  if (!row || row.aside || row.id === it.id) return null
  const found = await loadForStaff(scene, staff, row.id)
  if (!found?.grievance || decided.includes(found.case.state)) return null
  if (it.danger && !found.case.danger) return null
  return readByNoMore(found.case, it) ? { ...found, grievance: found.grievance } : null
}

/**
 * The other case stands for more workers. From ten on the chair is told; if it waits for a deputy to sign, it is
 * the chair's to sign from now on, by the date that runs.
 */
function takenIn(living: GrievanceSubject, more: number): Beside {
  const before = living.grievance.workers
  const own = { workers: before + more }
  const taken = { subject: living, action: 'take_in' }
  if (!standsForTen(own.workers)) return { ...taken, change: { own } }
  if (living.case.holderRole === 'deputy_chair')
    return { ...taken, change: { own, holder: 'chair', tells: [{ who: 'holders', notice: 'your_turn' }] } }
  return { ...taken, change: { own, tells: standsForTen(before) ? [] : [tellChair] } }
}
