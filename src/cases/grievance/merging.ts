import { and, eq, isNull, sql } from 'drizzle-orm'
import { cases } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { Case } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { Staff } from '../../orgs/staff.ts'
import { levelOf } from '../../orgs/tree.ts'
import { recusedSql, sees } from '../sight.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { isAsSecret } from './routing.ts'

/**
 * Closes a case that says what another one says; the other one then stands for the workers of both. `invalid`:
 * there is none, or others would have it by that, or people further down.
 */
export const merge: GrievanceEffect = async (scene, { case: it, grievance }, { number }, by) => {
  const target = by.staff && (await targetOf(scene, by.staff, number))
  if (!target || target.id === it.id || !keeps(target, it)) return invalid
  return {
    own: { mergedIntoId: target.id },
    // For ten the chair must sign.
    unsettles: target.id,
    also: [
      scene.db
        .update(grievances)
        .set({ workers: sql`${grievances.workers} + ${grievance.workers}` })
        .where(eq(grievances.caseId, target.id)),
    ],
  }
}

/** Whether a case is kept by another one as it was: no less secret, and no further down. */
function keeps(target: Case, it: Case): boolean {
  return isAsSecret(target, it) && levelOf(target.orgPath) <= levelOf(it.orgPath)
}

/** The open grievance of this number that a person sees; null where there is none. */
async function targetOf({ db }: Scene, staff: Staff, number: number | undefined): Promise<Case | null> {
  if (number === undefined || !Number.isSafeInteger(number)) return null
  const [found] = await db
    .select({ it: cases, recused: recusedSql(staff.id) })
    .from(cases)
    .where(and(eq(cases.number, number), eq(cases.process, 'grievance'), isNull(cases.closedAt)))
  return found && sees(staff, found.it, Boolean(found.recused)) ? found.it : null
}
