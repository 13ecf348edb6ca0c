import { and, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'
import { type Due, isFree, type Moved, moveAlike } from './moving.ts'
import { type ClockStep, clockSteps, lineAt, waitsFor } from './sweeping.ts'

/** How many cases a run moves on: at some twenty rows each, a tenth of what the free plan lets a day write. */
const slice = 400

/** What the clock does when a window of the worker is over. */
const lapses = clockSteps(({ lapses }) => lapses !== undefined)

const receive: ClockStep = { process: 'grievance', action: 'receive' }

/**
 * Moves on what only waits for time: missing information, the windows of objection and rating, cases that
 * were left on their way in. A run takes a slice of those that can move, the longest overdue first; run again,
 * it finds the next one. One that cannot move is passed over.
 */
export async function lapse(scene: Scene): Promise<Moved> {
  const due = [...(await leftBehind(scene)), ...(await overTime(scene))]
  await moveAlike(scene, due)
  return { moved: due.length, more: due.length >= slice }
}

/** Cases that wait for the worker, whose window is over; the guards of each lapse say what happens. */
function overTime({ db, now }: Scene): Promise<Due[]> {
  return db.all<Due>(
    sql`select id, process, action from (
        select cases.id, cases.process, d.due_at, ${actionOf} as action
        from duties d join cases on cases.id = d.case_id
        where d.holder = 'worker' and d.ended_at is null and d.due_at < ${now.getTime()} and ${isFree})
      where action is not null order by due_at limit ${slice}`,
  )
}

/** SQL over `duties d` and its case: what the clock does with it, or null. */
const actionOf: SQL = sql`case ${sql.join(
  lapses.map((step) => sql`when d.kind = ${lineAt(step).lapses} and ${waitsFor(step)} then ${step.action}`),
  sql` `,
)} end`

/** As its index says it, so that it is found. */
const isLeftBehind = sql`closed_at is null and state <> 'triage' and ${cases.state} = 'submitted'`

/** Cases that the service had only just taken in when it stopped. */
async function leftBehind({ db }: Scene): Promise<Due[]> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(isLeftBehind, waitsFor(receive), isFree))
    .limit(slice)
  return rows.map(({ id }) => ({ id, ...receive }))
}
