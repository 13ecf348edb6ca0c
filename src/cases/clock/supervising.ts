import { type SQL, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { actOnAll } from '../../engine/act-on-all.ts'
import { dropHalfTimes, isNewlyLate, markLate, mayBeLate } from '../../engine/late.ts'
import type { Scene } from '../../orgs/scene.ts'
import { clockedOfNone } from '../grievance/clocks.ts'
import { grievance } from '../grievance/process.ts'
import type { SupervisionCause } from '../supervision.ts'

/**
 * Starts supervision where nobody wrote to the worker in time, a deadline passed, or half of the time went
 * by without a note. Each duty does so once, even where supervision was lifted since.
 */
export async function superviseLate(scene: Scene): Promise<void> {
  const { db, now } = scene
  const at = now.getTime()
  const late = (which: SQL) => sql`${mayBeLate(now)} and exists (
    select 1 from duties d where d.case_id = cases.id and ${which} and ${isNewlyLate(now)})`
  const unmet = late(sql`d.kind = 'contact'`)
  const overdue = late(sql`d.kind <> 'contact'`)
  const silent = sql`cases.closed_at is null and cases.id in (select d.case_id from duties d
    where d.half_at <= ${at} and d.half_at is not null and d.ended_at is null)`
  await inBatch(db, [
    ...supervise(scene, unmet, 'no_contact'),
    ...supervise(scene, overdue, 'overdue'),
    ...supervise(scene, silent, 'silence'),
    markLate(db, now),
    dropHalfTimes(db, now),
  ])
}

/** For all cases that match; the guard of the line leaves out those that are supervised. */
function supervise(scene: Scene, which: SQL, reason: SupervisionCause) {
  return actOnAll(grievance, scene, {
    action: 'supervise',
    which,
    facts: () => clockedOfNone,
    reason,
  })
}
