import { inArray, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import type { ProcessName } from '../../db/vocabulary.ts'
import type { Scene } from '../../orgs/scene.ts'
import { emptying } from '../archiving.ts'
import { type ClockStep, clockSteps, lineAt, sweep, waitsFor } from './sweeping.ts'

/** How many cases a run moves on; the rest waits for the next hour. */
const slice = 20

/** How many statements a run takes for them, so that the whole hour stays within the fifty of the free plan. */
const mostStatements = 12

/** A case whose time is over, with what the clock does then. */
interface Found extends ClockStep {
  id: string
}

interface Row {
  id: string
  process: ProcessName
  action: string | null
}

/** What the clock does when a window of the worker is over, and how a case is archived. */
const lapses = clockSteps(({ lapses }) => lapses !== undefined)
const archivings = clockSteps(({ to }) => to === 'archived')

/** One step of the clock, with the cases that make it. */
interface Step {
  cases: Found[]
  statements: Statement[]
}

/**
 * Moves on what only waits for time: missing information, the windows of objection and rating, cases that
 * were left on their way in, cases past their retention. Run again, it finds only what was too much for one
 * run. Answers how many cases moved.
 */
export async function lapse(scene: Scene): Promise<number> {
  const all = [...(await leftBehind(scene)), ...(await overTime(scene)), ...(await pastRetention(scene))]
  const steps = fitting(stepsOf(scene, all.slice(0, slice)))
  await inBatch(
    scene.db,
    steps.flatMap(({ statements }) => statements),
  )
  return steps.flatMap(({ cases }) => cases).length
}

function stepsOf(scene: Scene, due: Found[]): Step[] {
  const alike = Map.groupBy(due, ({ process, action }) => `${process} ${action}`)
  return [...alike.values()].map((cases) => ({ cases, statements: statementsOf(scene, cases) }))
}

/** Those of the steps that fit in one run; the first always does. */
function fitting(steps: Step[]): Step[] {
  let left = mostStatements
  return steps.filter(({ statements: { length } }) => {
    const fits = length <= left
    if (fits) left -= length
    return fits
  })
}

/** Cases that wait for the worker, whose window is over; the guards of each lapse say what happens. */
async function overTime({ db, now }: Scene): Promise<Found[]> {
  const steps = lapses.map(
    (step) => sql`when d.kind = ${lineAt(step).lapses} and ${waitsFor(step)} then ${step.action}`,
  )
  const rows = await db.all<Row>(
    sql`select cases.id, cases.process, case ${sql.join(steps, sql` `)} end as action
      from duties d join cases on cases.id = d.case_id
      where d.holder = 'worker' and d.ended_at is null and d.due_at < ${now.getTime()}
      order by d.due_at limit ${slice}`,
  )
  return found(rows)
}

/** Cases that the service had only just taken in when it stopped. */
async function leftBehind({ db }: Scene): Promise<Found[]> {
  const rows = await db
    .select({ id: cases.id, process: cases.process })
    .from(cases)
    .where(sql`${cases.state} = 'submitted'`)
    .limit(slice)
  return rows.map((row) => ({ ...row, action: 'receive' }))
}

/** Ended long enough, and no word of the worker unread. */
async function pastRetention({ db, rules, now }: Scene): Promise<Found[]> {
  const cutoff = now.getTime() - rules.settings.retentionDays * 86_400_000
  const unread = sql`exists (select 1 from messages m where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null)`
  const steps = archivings.map((step) => sql`when ${waitsFor(step)} then ${step.action}`)
  // By this index none is read that was archived before, however many there are.
  const rows = await db.all<Row>(
    sql`select cases.id, cases.process, case ${sql.join(steps, sql` `)} end as action
      from cases indexed by cases_retention
      where cases.closed_at < ${cutoff} and cases.state <> 'archived' and not ${unread}
      order by cases.closed_at limit ${slice}`,
  )
  return found(rows)
}

/** Those of the rows with which the clock does anything. */
function found(rows: Row[]): Found[] {
  return rows.flatMap(({ action, ...row }) => (action ? [{ ...row, action }] : []))
}

function statementsOf(scene: Scene, alike: Found[]): Statement[] {
  const [step] = alike
  if (!step) return []
  const ids = alike.map(({ id }) => id)
  const which = sql`${inArray(cases.id, ids)} and ${waitsFor(step)}`
  const isArchived = lineAt(step).to === 'archived'
  const emptied = isArchived ? { changes: { anonymous: true }, also: emptying(scene, which) } : {}
  return sweep(scene, step, { which, ...emptied })
}
