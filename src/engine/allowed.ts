import { type SQL, sql } from 'drizzle-orm'
import { grantsOver, sees } from '../cases/sight.ts'
import type { Role, State } from '../db/vocabulary.ts'
import type { Rules } from '../orgs/rules.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Grant, Staff } from '../orgs/staff.ts'
import type { Term } from './lengths.ts'
import { type Move, moveOf } from './move.ts'
import type { Lines, Subject } from './process.ts'

/** The pure rule of a line: may somebody of this role and these relations do this in this state? */
export function lineAllows(
  move: Move,
  state: State,
  by: Role | 'worker' | 'clock' | 'system',
  relations: ReadonlySet<string> = new Set(),
): boolean {
  if (!move.from.includes(state) || !move.by.includes(by)) return false
  if (by === 'worker' || by === 'clock' || by === 'system') return true
  if (relations.has('recused') || !relations.has('in_scope')) return false
  if (move.not?.some((relation) => relations.has(relation))) return false
  return by !== 'handler' || relations.has('handler')
}

/** How a person of the union stands to a case, beside the role he holds. */
export function relationsOf<S extends Subject>(process: Lines<S>, staff: Staff, subject: S): Set<string> {
  const { case: it, recused } = subject
  const own = Object.entries(process.relations).map(([name, rule]): [string, boolean] => [
    name,
    [rule.of(subject)].flat().includes(staff.id),
  ])
  const standing: [string, boolean][] = [
    ['in_scope', sees(staff, it, recused)],
    ['recused', recused],
    ['handler', it.handlerId === staff.id],
    ['former_handler', it.formerHandlerId === staff.id],
    ...own,
  ]
  return new Set(standing.filter(([, holds]) => holds).map(([name]) => name))
}

/** By which rules and when somebody asks what he may do. */
export type Moment = Pick<Scene, 'rules' | 'now'>

/** The role in which a person may do this now, or null. */
export function roleFor<S extends Subject>(
  process: Lines<S>,
  action: string,
  staff: Staff,
  subject: S,
  moment: Moment,
): Role | null {
  const move = moveOf(process, action)
  if (!move || !isInTime(process, action, subject, moment)) return null
  const relations = relationsOf(process, staff, subject)
  const grant = grantsOver(staff, subject.case).find(
    (held) =>
      lineAllows(move, subject.case.state, held.role, relations) && guardsHold(process, move, subject, held),
  )
  return grant?.role ?? null
}

/** Whether the worker may still do this: by its line, its guards and its window. */
export function workerMay<S extends Subject>(
  process: Lines<S>,
  action: string,
  subject: S,
  moment: Moment,
): boolean {
  const move = moveOf(process, action)
  if (!move || !lineAllows(move, subject.case.state, 'worker')) return false
  return guardsHold(process, move, subject, null) && isInTime(process, action, subject, moment)
}

/** Whether the time of a line still runs, where it has one. */
function isInTime<S extends Subject>(
  process: Lines<S>,
  action: string,
  subject: S,
  { rules, now }: Moment,
): boolean {
  if (moveOf(process, action)?.within === undefined) return true
  const end = windowOf(process, action, subject, rules)
  return end !== null && now <= end.dueAt
}

/** Whether the service itself may do this now, by its line and its guards. */
export function serviceMay<S extends Subject>(
  process: Lines<S>,
  action: string,
  by: 'clock' | 'system',
  subject: S,
): boolean {
  const move = moveOf(process, action)
  return (
    move !== undefined && lineAllows(move, subject.case.state, by) && guardsHold(process, move, subject, null)
  )
}

/** SQL over `cases`: where the guards of a line hold; of the clock's lines every one can be asked so. */
export function guardsSql({ guards }: Pick<Lines<never>, 'guards'>, move: Move): SQL {
  const conditions = (move.when ?? []).map((name) => {
    const condition = guards[name]?.sql
    if (!condition) throw new Error(`The clock cannot ask ${name}`)
    return condition
  })
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** Until when this may be done; null where no window runs. */
export function windowOf<S extends Subject>(
  process: Lines<S>,
  action: string,
  subject: S,
  rules: Rules,
): Term | null {
  const within = moveOf(process, action)?.within
  return (within !== undefined && process.windows[within]?.(subject, rules)) || null
}

function guardsHold<S extends Subject>(
  process: Lines<S>,
  move: Move,
  subject: S,
  grant: Grant | null,
): boolean {
  return (move.when ?? []).every((name) => process.guards[name]?.holds(subject, grant) === true)
}
