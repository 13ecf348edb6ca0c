import { eq, inArray } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { cases } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import { outdatedDuties, recounted } from '../../engine/outdated-dates.ts'
import type { Scene } from '../../orgs/scene.ts'
import { clockedOf, clockedOfNone } from '../grievance/clocks.ts'
import { grievance } from '../grievance/process.ts'
import { register } from '../register/process.ts'

/**
 * Counts provisional dates (暂定) again that an older calendar counted. Answers how many; what is over its
 * slice waits for the next run.
 */
export async function recount(scene: Scene): Promise<number> {
  const { db } = scene
  const outdated = await outdatedDuties(scene)
  if (outdated.length === 0) return 0
  const ids = [...new Set(outdated.map(({ caseId }) => caseId))]
  const rows = await db
    .select({ it: cases, own: grievances })
    .from(cases)
    .leftJoin(grievances, eq(grievances.caseId, cases.id))
    .where(inArray(cases.id, ids))
  const found = new Map(rows.map((row) => [row.it.id, row]))
  const duties = outdated.map((duty) => {
    const row = found.get(duty.caseId)
    const facts = row?.own ? clockedOf(row.it, row.own) : clockedOfNone
    return { duty, facts, process: row?.it.process }
  })
  await inBatch(db, [
    ...recounted(
      grievance,
      scene,
      duties.filter(({ process }) => process === 'grievance'),
    ),
    ...recounted(
      register,
      scene,
      duties.filter(({ process }) => process === 'register'),
    ),
  ])
  return outdated.length
}
