import { and, eq, isNull, sql } from 'drizzle-orm'
import { cases } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { Staff } from '../../orgs/staff.ts'
import { recusedSql, sees } from '../sight.ts'
import { type GrievanceEffect, invalid } from './effect.ts'

/** Closes a case that says what another one says; the other one then stands for the workers of both. */
export const merge: GrievanceEffect = async (scene, { case: it, grievance }, { number }, by) => {
  const target = by.staff && (await targetOf(scene, by.staff, number))
  if (!target || target === it.id) return invalid
  return {
    own: { mergedIntoId: target },
    // For ten the chair must sign.
    unsettles: target,
    also: [
      scene.db
        .update(grievances)
        .set({ workers: sql`${grievances.workers} + ${grievance.workers}` })
        .where(eq(grievances.caseId, target)),
    ],
  }
}

/** The id of the open grievance of this number that a person sees; null where there is none. */
async function targetOf({ db }: Scene, staff: Staff, number: number | undefined): Promise<string | null> {
  if (number === undefined || !Number.isSafeInteger(number)) return null
  const [found] = await db
    .select({ it: cases, recused: recusedSql(staff.id) })
    .from(cases)
    .where(and(eq(cases.number, number), eq(cases.process, 'grievance'), isNull(cases.closedAt)))
  return found && sees(staff, found.it, Boolean(found.recused)) ? found.it.id : null
}
