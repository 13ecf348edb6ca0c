import { eq } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { cases, duties } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { ProcessName } from '../../db/vocabulary.ts'
import { isOutdated, recounted, recountedRows } from '../../engine/outdated-dates.ts'
import type { Scene } from '../../orgs/scene.ts'
import { clockedOf, clockedOfNone } from '../grievance/clocks.ts'
import { grievance } from '../grievance/process.ts'
import { register } from '../register/process.ts'
import type { Moved } from './moving.ts'

/** How many dates a run counts again. */
const slice = 100

/** Counts a slice of the provisional dates (暂定) again that an older calendar counted. */
export async function recount(scene: Scene): Promise<Moved> {
  const { db } = scene
  const outdated = await db
    .select({ duty: duties, it: cases, own: grievances })
    .from(duties)
    .innerJoin(cases, eq(cases.id, duties.caseId))
    .leftJoin(grievances, eq(grievances.caseId, cases.id))
    .where(isOutdated(scene))
    .limit(slice)
  const of = (process: ProcessName) =>
    outdated
      .filter(({ it }) => it.process === process)
      .map(({ duty, it, own }) => ({ duty, facts: own ? clockedOf(it, own, duty.begun > 1) : clockedOfNone }))
  const again = [
    ...recounted(grievance, scene, of('grievance')),
    ...recounted(register, scene, of('register')),
  ]
  await inBatch(db, recountedRows(scene, again))
  return { moved: again.length, more: outdated.length === slice }
}
