import { type SQL, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { listed } from '../../db/listed.ts'
import { actOnAll } from '../../engine/act-on-all.ts'
import { dropHalfTimes, isNewlyLate, markLate, newlyLate, struck } from '../../engine/late.ts'
import type { Scene } from '../../orgs/scene.ts'
import { clockedOfNone } from '../grievance/clocks.ts'
import { grievance } from '../grievance/process.ts'
import type { SupervisionCause } from '../supervision.ts'

/** How many late cases a run takes, and how many half-times: at five rows each, a tenth of a day of the free plan. */
const slice = 1000

/**
 * Starts supervision where nobody wrote to the worker in time, a deadline passed, or half of the time went
 * by without a note. Each duty does so once, even where supervision was lifted since. What is too much for
 * one run waits for the next hour: people are told by the dates, and pages show red by them.
 */
export async function superviseLate(scene: Scene): Promise<void> {
  const { db, now } = scene
  const ids = await newlyLate(db, now, slice)
  const late = (kind: SQL) => sql`cases.id in ${listed(ids)} and exists (
    select 1 from duties d where d.case_id = cases.id and ${kind} and ${isNewlyLate(now)})`
  const silent = sql`cases.id in (select d.case_id from duties d
    where d.ended_at is null and (d.case_id, d.kind) in ${struck(now, slice)})`
  const isLate = ids.length > 0
  await inBatch(db, [
    ...(isLate ? supervise(scene, late(sql`d.kind = 'contact'`), 'no_contact') : []),
    ...(isLate ? supervise(scene, late(sql`d.kind <> 'contact'`), 'overdue') : []),
    ...supervise(scene, silent, 'silence'),
    ...(isLate ? [markLate(db, now, sql`case_id in ${listed(ids)}`)] : []),
    dropHalfTimes(db, now, slice),
  ])
}

/** For all cases that match; the guard of the line leaves out those that are supervised. */
function supervise(scene: Scene, which: SQL, cause: SupervisionCause) {
  return actOnAll(grievance, scene, {
    action: 'supervise',
    which: sql`cases.closed_at is null and ${which}`,
    facts: () => clockedOfNone,
    cause,
  })
}
