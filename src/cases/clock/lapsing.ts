import { inArray, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'
import { emptying } from '../archiving.ts'
import { type Action, actions, lineOf } from '../processes.ts'
import { dependsOnDanger, sweep, waitsFor } from './sweeping.ts'

/** How many cases a run moves on; the rest waits for the next hour. */
const slice = 20

/** A case whose time is over, with what the clock does then. */
interface Found {
  id: string
  action: Action
  danger: boolean
}

/** What the clock does when a window of the worker is over. */
const lapses = actions.flatMap((action) => {
  const { lapses: duty } = lineOf(action)
  return duty ? [{ action, duty }] : []
})

/** How a case of each process is archived. */
const archivings = actions.filter((action) => lineOf(action).to === 'archived')

/**
 * Moves on what only waits for time: missing information, the windows of objection and rating, cases that
 * were left on their way in, cases past their retention. Run twice, it finds nothing the second time.
 * Answers how many cases moved.
 */
export async function lapse(scene: Scene): Promise<number> {
  const all = [...(await leftBehind(scene)), ...(await overTime(scene)), ...(await pastRetention(scene))]
  const due = all.slice(0, slice)
  const steps = Map.groupBy(due, likeness)
  await inBatch(
    scene.db,
    [...steps.values()].flatMap((alike) => statementsOf(scene, alike)),
  )
  return due.length
}

/** What is done in the same statements: the same step, and danger only where a date depends on it. */
function likeness({ action, danger }: Found): string {
  return dependsOnDanger(action) ? `${action} ${danger}` : action
}

/** Cases that wait for the worker, whose window is over; the guards of each lapse say what happens. */
async function overTime({ db, now }: Scene): Promise<Found[]> {
  const steps = lapses.map(
    ({ action, duty }) => sql`when d.kind = ${duty} and ${waitsFor(action)} then ${action}`,
  )
  const rows = await db.all<{ id: string; action: Action | null; danger: number }>(
    sql`select cases.id, cases.danger, case ${sql.join(steps, sql` `)} end as action
      from duties d join cases on cases.id = d.case_id
      where d.holder = 'worker' and d.ended_at is null and d.due_at < ${now.getTime()}
      order by d.due_at limit ${slice}`,
  )
  return found(rows)
}

/** Cases that the service had only just taken in when it stopped. */
async function leftBehind({ db }: Scene): Promise<Found[]> {
  const rows = await db
    .select({ id: cases.id, danger: cases.danger })
    .from(cases)
    .where(sql`${cases.state} = 'submitted'`)
    .limit(slice)
  return rows.map((row) => ({ ...row, action: 'receive' as const }))
}

/** Closed long enough, and no word of the worker unread. */
async function pastRetention({ db, rules, now }: Scene): Promise<Found[]> {
  const cutoff = now.getTime() - rules.settings.retentionDays * 86_400_000
  const unread = sql`exists (select 1 from messages m where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null)`
  const steps = archivings.map((action) => sql`when ${waitsFor(action)} then ${action}`)
  // By this index none is read that was archived before, however many there are.
  const rows = await db.all<{ id: string; action: Action | null; danger: number }>(
    sql`select cases.id, cases.danger, case ${sql.join(steps, sql` `)} end as action
      from cases indexed by cases_retention
      where cases.closed_at < ${cutoff} and cases.state <> 'archived' and not ${unread}
      order by cases.closed_at limit ${slice}`,
  )
  return found(rows)
}

/** Those of the rows with which the clock does anything. */
function found(rows: { id: string; action: Action | null; danger: number }[]): Found[] {
  return rows.flatMap(({ action, danger, id }) => (action ? [{ id, action, danger: danger === 1 }] : []))
}

function statementsOf(scene: Scene, alike: Found[]): Statement[] {
  const [first] = alike
  if (!first) return []
  const { action, danger } = first
  const ids = alike.map(({ id }) => id)
  const which = sql`${inArray(cases.id, ids)} and ${waitsFor(action)}`
  const isArchived = lineOf(action).to === 'archived'
  const emptied = isArchived ? { changes: { anonymous: true }, also: emptying(scene, which) } : {}
  return sweep(scene, action, danger, { which, ...emptied })
}
