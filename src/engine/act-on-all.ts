import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { caseEvents, cases, duties } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import { guardsSql } from './allowed.ts'
import { begunAnew, endDuties, type NewDuty, nearestDuty, newDuty } from './duties.ts'
import { holderColumns } from './holders.ts'
import { type Move, moveOf } from './move.ts'
import type { Columns, Input, Process, Subject } from './process.ts'
import { enteringColumns, holderNamed, overlayColumns, startsOf, stateDuties } from './step.ts'

export interface Sweep<F> {
  action: string
  /** SQL over `cases`: which make the step. It looks again inside the batch: whom a person moved is left alone. */
  which: SQL
  /** What the dates that begin depend on: of the cases in danger, and of the others. */
  facts: (danger: boolean) => F
  /** The clock, if nothing is said. */
  by?: 'clock' | 'system'
  /** Why the service does it. */
  cause?: string | SQL<string>
  changes?: Columns['case']
  /** Further statements, after the event and before the case. */
  also?: Statement[]
}

/**
 * A step of the service itself for all cases that match: the same event, duties and columns as `act` writes for
 * one, in statements that run over the whole table by an index. Run twice, the second finds nothing.
 */
export function actOnAll<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  scene: Scene,
  { action, by = 'clock', which, facts, cause, changes, also = [] }: Sweep<F>,
): Statement[] {
  const move = moveOf(process, action)
  if (!move) throw new Error(`No ${action} in the process ${process.name}`)
  const { db, now } = scene
  // What the clock lays over a state, it lays over whatever the sweep names.
  const states = move.free ? sql`` : sql` and +cases.state in ${move.from}`
  const all = sql`cases.process = ${process.name}${states} and ${guardsSql(process, move)} and ${which}`
  // An overlay is laid over any state, and nobody else has the case by it.
  const to = move.to === 'same' ? (move.from[0] ?? 'submitted') : move.to
  const holder = holderNamed(process, move)
  const ends = process.states[to]?.ended
  const left = move.to === 'same' ? [] : stateDuties(process)
  // From one end to another, nothing runs any more.
  const isOver = move.from.every((state) => process.states[state]?.ended)
  const columns = {
    ...(move.free ? {} : { turn: sql`${cases.turn} + 1` }),
    ...enteringColumns(process, move, now),
    ...(move.label ? { closingLabel: move.label } : {}),
    ...overlayColumns(move.raises, true, now),
    ...changes,
    ...(holder ? holderColumns(process, holder, to, 'each') : {}),
    ...(move.free ? {} : nearestDuty(now)),
  }
  const stops = isOver ? [] : move.to !== 'same' && ends ? 'all' : [...(move.stops ?? []), ...left]
  return [
    eventRows(scene, move, { action, actor: by, cause: cause ?? null }, all),
    ...also,
    ...endDuties(
      scene,
      sql`case_id in (select id from cases where ${all})`,
      { meets: move.meets ?? [], stops },
      false,
    ),
    ...startsOf(process, move).map((kind) => {
      const begun = (danger: boolean) => newDuty(process, scene, '', facts(danger), kind)
      return dutyRows(scene, begun(true), begun(false), all)
    }),
    ...(Object.keys(columns).length > 0 ? [db.update(cases).set(columns).where(all)] : []),
  ]
}

function eventRows(
  { db, now }: Scene,
  move: Move,
  said: { action: string; actor: 'clock' | 'system'; cause: string | SQL<string> | null },
  all: SQL,
): Statement {
  return insertSelect(
    db,
    caseEvents,
    {
      caseId: cases.id,
      seq: sql`(select coalesce(max(seq), 0) + 1 from case_events e where e.case_id = cases.id)`,
      turn: move.free ? null : sql`cases.turn + 1`,
      at: now,
      ...said,
      from: cases.state,
      to: move.to === 'same' ? cases.state : move.to,
    },
    sql`from cases where ${all}`,
  )
}

/** Statement: begins a duty on all of them, each with the dates that are its own. */
function dutyRows({ db }: Scene, urgent: NewDuty, plain: NewDuty, all: SQL): Statement {
  const { caseId: _, ...duty } = plain
  const ofEach = (key: 'dueAt' | 'amberAt' | 'halfAt' | 'provisional') => {
    const [one, other] = [urgent, plain].map((it) => sql.param(it[key], duties[key]))
    return sql`case when cases.danger then ${one} else ${other} end`
  }
  const dates = {
    dueAt: ofEach('dueAt'),
    amberAt: ofEach('amberAt'),
    halfAt: ofEach('halfAt'),
    provisional: ofEach('provisional'),
  }
  return insertSelect(
    db,
    duties,
    { caseId: cases.id, ...duty, ...dates },
    sql`from cases where ${all}`,
  ).onConflictDoUpdate({
    target: [duties.caseId, duties.kind],
    set: begunAnew,
  })
}
