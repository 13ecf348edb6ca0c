import { inArray, type SQL, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import { actOnAll, beginsDates } from '../../engine/act-on-all.ts'
import { moveOf } from '../../engine/move.ts'
import type { Scene } from '../../orgs/scene.ts'
import { emptying } from '../archiving.ts'
import { clockedOfNone } from '../grievance/clocks.ts'
import { type GrievanceAction, grievance } from '../grievance/process.ts'

/** How many cases a run moves on; the rest waits for the next hour. */
const slice = 20

/** A case whose time is over, with what the clock does then. */
interface Found {
  id: string
  action: GrievanceAction
  danger: boolean
}

/** What the clock does when a window of the worker is over. */
const lapses = (Object.keys(grievance.moves) as GrievanceAction[]).flatMap((action) => {
  const move = moveOf(grievance, action)
  return move?.lapses ? [{ action, duty: move.lapses, guards: move.when ?? [] }] : []
})

/**
 * Moves on what only waits for time: missing information, the windows of objection and rating, cases that
 * were left on their way in, cases past their retention. Run twice, it finds nothing the second time.
 * Answers how many cases moved.
 */
export async function lapse(scene: Scene): Promise<number> {
  const found = [...(await leftBehind(scene)), ...(await overTime(scene)), ...(await pastRetention(scene))]
  const due = found.slice(0, slice)
  const steps = Map.groupBy(due, likeness)
  await inBatch(
    scene.db,
    [...steps.values()].flatMap((alike) => statementsOf(scene, alike)),
  )
  return due.length
}

/** What is done in the same statements: the same step, and danger only where a date depends on it. */
function likeness({ action, danger }: Found): string {
  return beginsDates(grievance, action) ? `${action} ${danger}` : action
}

/** Cases that wait for the worker, whose window is over; the guards of each lapse say what happens. */
async function overTime({ db, now }: Scene): Promise<Found[]> {
  const steps = lapses.map(
    ({ action, duty, guards }) =>
      sql`when d.kind = ${duty} and ${waitsFor(action)} and ${allOf(guards)} then ${action}`,
  )
  const rows = await db.all<{ id: string; action: GrievanceAction | null; danger: number }>(
    sql`select cases.id, cases.danger, case ${sql.join(steps, sql` `)} end as action
      from duties d join cases on cases.id = d.case_id
      where d.holder = 'worker' and d.ended_at is null and d.due_at < ${now.getTime()}
      order by d.due_at limit ${slice}`,
  )
  return rows.flatMap(({ action, danger, id }) => (action ? [{ id, action, danger: danger === 1 }] : []))
}

/** Cases that the service had only just taken in when it stopped. */
async function leftBehind({ db }: Scene): Promise<Found[]> {
  const rows = await db
    .select({ id: cases.id, danger: cases.danger })
    .from(cases)
    .where(sql`${cases.state} = 'submitted'`)
    .limit(slice)
  return rows.map((found) => ({ ...found, action: 'receive' as const }))
}

/** Closed long enough, and no word of the worker unread. */
async function pastRetention({ db, rules, now }: Scene): Promise<Found[]> {
  const cutoff = now.getTime() - rules.settings.retentionDays * 86_400_000
  const unread = sql`exists (select 1 from messages m where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null)`
  const rows = await db
    .select({ id: cases.id, danger: cases.danger })
    .from(cases)
    .where(sql`${cases.state} = 'closed' and ${cases.closedAt} < ${cutoff} and not ${unread}`)
    .orderBy(cases.closedAt)
    .limit(slice)
  return rows.map((found) => ({ ...found, action: 'archive' as const }))
}

function statementsOf(scene: Scene, alike: Found[]): Statement[] {
  const [first] = alike
  if (!first) return []
  const { action, danger } = first
  const guards = moveOf(grievance, action)?.when ?? []
  const ids = alike.map(({ id }) => id)
  const which = sql`${inArray(cases.id, ids)} and ${waitsFor(action)} and ${allOf(guards)}`
  const isArchived = action === 'archive'
  return actOnAll(grievance, scene, {
    action,
    which,
    // Of the case itself, the dates that begin here depend on danger alone.
    facts: { ...clockedOfNone, danger },
    ...(isArchived ? { changes: { anonymous: true }, also: emptying(scene, stillClosed(ids)) } : {}),
  })
}

/** With the worker; a rated case is handed to the chair once, and then it has a holder. */
function waitsFor(action: GrievanceAction): SQL {
  const { from } = grievance.moves[action]
  return sql`${inArray(cases.state, [...from])} and ${cases.holderRole} is null`
}

function stillClosed(ids: string[]): SQL {
  return sql`${inArray(cases.id, ids)} and cases.state = 'closed'`
}

function allOf(names: readonly string[]): SQL {
  const rules: Record<string, { sql?: SQL }> = grievance.guards
  const conditions = names.flatMap((name) => rules[name]?.sql ?? [])
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
