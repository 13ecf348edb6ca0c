import { sql } from 'drizzle-orm'
import type { cases } from '../db/tables/cases.ts'
import type { DutyKind, Role, State } from '../db/vocabulary.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Ending } from './duties.ts'
import { holderColumns } from './holders.ts'
import type { Holder, Move, Overlay } from './move.ts'
import type { Actor, Change, Columns, Input, Process, Subject } from './process.ts'
import type { Said } from './saying.ts'

/** One step of one case: its line, who makes it, and what its effect adds. */
export interface Step<S extends Subject, I extends Input, F> {
  process: Process<S, I, F>
  scene: Scene
  actor: Actor
  subject: S
  action: string
  move: Move
  change: Change
  role: Role | null
  said: Said
}

type CaseColumns = Partial<typeof cases.$inferInsert>

/** The state in which a step leaves the case. */
export function stateAfter({ move, subject }: { move: Move; subject: Subject }): State {
  return move.to === 'same' ? subject.case.state : move.to
}

/** The columns that a step changes, but for the holder and what follows from the duties. */
export function columnsOf<S extends Subject, I extends Input, F>(step: Step<S, I, F>): Required<Columns> {
  const { process, scene, subject, move, change } = step
  const related = relationColumns(step)
  return {
    case: {
      ...(move.free ? {} : { turn: subject.case.turn + 1 }),
      ...enteringColumns(process, move, scene.now),
      ...(move.label ? { closingLabel: move.label } : {}),
      ...overlayColumns(move.raises, true, scene.now),
      ...overlayColumns(move.lowers, false, scene.now),
      ...(change.supervise ? overlayColumns('supervised', true, scene.now) : {}),
      ...orgColumns(change.orgPath),
      ...related.case,
      ...change.case,
    },
    own: { ...related.own, ...change.own },
  }
}

/** The columns that change with the state that a move enters. */
export function enteringColumns(
  { states }: { states: Process['states'] },
  { to, from }: Move,
  now: Date,
): CaseColumns {
  if (to === 'same') return {}
  const entered = { state: to, stateSince: now }
  if (!states[to]?.ended) return { ...entered, closedAt: null, closingLabel: null }
  // From one end to another, as into the archive, the day of closing stays.
  return from.every((state) => states[state]?.ended) ? entered : { ...entered, closedAt: now }
}

export function overlayColumns(overlay: Overlay | undefined, raised: boolean, now: Date): CaseColumns {
  switch (overlay) {
    case undefined:
      return {}
    case 'supervised':
      return { supervisedAt: raised ? now : null }
    case 'extended':
      return { extended: raised }
    case 'danger':
      return { danger: raised }
  }
}

function orgColumns(orgPath: string | undefined): CaseColumns {
  if (orgPath === undefined) return {}
  return { orgPath, orgId: sql<string>`(select id from organisations where path = ${orgPath})` as never }
}

function relationColumns<S extends Subject, I extends Input, F>({ process, actor, move }: Step<S, I, F>) {
  const cleared = (move.clears ?? []).map((name) => process.relations[name]?.clear ?? {})
  const made =
    move.makes && actor.kind === 'staff' ? process.relations[move.makes]?.make?.(actor.staff.id) : {}
  const all: Columns[] = [...cleared, made ?? {}]
  return {
    case: Object.assign({}, ...all.map((columns) => columns.case)) as CaseColumns,
    own: Object.assign({}, ...all.map((columns) => columns.own)) as Record<string, unknown>,
  }
}

/** Who has the case after a step, as columns; none where it stays where it is. */
export function holderAfter<S extends Subject, I extends Input, F>(
  step: Step<S, I, F>,
  columns: Required<Columns>,
) {
  const { process, subject, move, change } = step
  const state = stateAfter(step)
  const holder = change.holder ?? holderNamed(process, move)
  if (holder === undefined) return {}
  const it = { ...subject.case, ...(columns.case as Partial<typeof subject.case>) }
  const at = change.orgPath ?? subject.case.orgPath
  return holderColumns(process, holder, state, { at, it })
}

/** The duties that run as long as a case is in some state, and end whenever it changes. */
export function stateDuties({ states }: { states: Process['states'] }): DutyKind[] {
  return [...new Set(Object.values(states).flatMap(({ duty }) => duty ?? []))]
}

/** Which duties a step ends, and which of them it meets: those of states by whoever owes them. */
export function endingOf<S extends Subject, I extends Input, F>({
  process,
  actor,
  move,
  change,
}: Step<S, I, F>): Ending {
  const meets = move.meets ?? []
  const stops = [...(move.stops ?? []), ...(change.stops ?? [])]
  if (move.to === 'same') return { meets, stops }
  const left = stateDuties(process)
  const owner = { staff: 'union', worker: 'worker', clock: null, system: null }[actor.kind]
  return {
    meets: [...meets, ...left.filter((kind) => process.duties[kind]?.holder === owner)],
    stops: process.states[move.to]?.ended ? 'all' : [...stops, ...left],
  }
}

/** Which duties begin with a step: those of its line, of the state that it enters, and of its effect. */
export function startsOf(
  { states }: { states: Process['states'] },
  move: Move,
  further: readonly DutyKind[] = [],
): DutyKind[] {
  const entered = move.to === 'same' || move.dutyless ? undefined : states[move.to]?.duty
  return [...new Set([...(move.starts ?? []), ...further, ...(entered ? [entered] : [])])]
}

/** Who has the case then by line and state; undefined where it stays where it is. */
export function holderNamed(
  { states }: { states: Process['states'] },
  { holder, to }: Move,
): Holder | undefined {
  return holder ?? (to === 'same' ? undefined : states[to]?.holder)
}
