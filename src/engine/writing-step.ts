import { eq, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { caseEvents, cases } from '../db/tables/cases.ts'
import { actOnAll, type Sweep } from './act-on-all.ts'
import { serviceMay } from './allowed.ts'
import { keepInSight, openBelow } from './children.ts'
import { endDuties, type NewDuty, nearestDuty, newDuty, startDuties } from './duties.ts'
import { markLate } from './late.ts'
import { moveOf } from './move.ts'
import type { Beside, Case, Input, Process, Subject } from './process.ts'
import { type Sent, saidOnce } from './repeating.ts'
import { nothingSaid } from './saying.ts'
import { columnsOf, endingOf, holderAfter, type Step, startsOf, stateAfter } from './step.ts'
import { tell } from './telling.ts'
import { keepWithinDay } from './within-day.ts'

/**
 * Statements of a step and of all that goes with it, for one batch. In this order: the event holds the turn, and
 * the duties come before the case that copies the nearest.
 */
export function statementsOf<S extends Subject, I extends Input, F>(
  step: Step<S, I, F>,
  sent: Sent,
): Statement[] {
  const { process, scene, actor, subject, move, change } = step
  const columns = columnsOf(step)
  const ending = endingOf(step)
  const facts = process.facts(subject, columns)
  const starting = startsOf(process, move, change.starts)
    .map((kind) => newDuty(process, scene, subject.case.id, facts, kind))
    .filter((duty) => !keepsDate(process, subject, duty))
  const which = sql`case_id = ${subject.case.id}`
  const isChanged = !move.free || change.holder !== undefined || Object.keys(columns.case).length > 0
  const duties = ending.meets.length + ending.stops.length + starting.length
  return [
    ...keepWithinDay(scene, sent, move, change),
    ...eventsOf(step, sent),
    ...(change.also ?? []),
    ...ownRow(step, columns.own),
    ...endDuties(scene, which, ending, actor.kind === 'staff' && !move.idle),
    ...startDuties(scene.db, starting),
    // What was late under supervision was watched, and starts none again.
    ...(move.lowers === 'supervised' ? [markLate(scene.db, scene.now, which)] : []),
    ...(isChanged || duties > 0
      ? [
          scene.db
            .update(cases)
            .set({ ...columns.case, ...holderAfter(step, columns), ...nearestDuty(scene.now) })
            .where(eq(cases.id, subject.case.id)),
        ]
      : []),
    ...openBelow(scene, process, move, { ...subject.case, ...columns.case } as Case),
    ...keepInSight(scene, process, move, subject.case.id, columns.case),
    ...[...(move.tells ?? []), ...(change.tells ?? [])].flatMap((telling) =>
      tell(scene, telling.about ?? subject.case.id, telling, subject.case.turn + 1),
    ),
    ...(change.beside ?? []).flatMap((other) => besideOf(step, other)),
    ...(change.sweeps ?? []).flatMap((sweep) =>
      actOnAll(process, scene, { ...(sweep as Sweep<F>), by: 'system' }),
    ),
  ]
}

function keepsDate<S extends Subject, I extends Input, F>(
  { duties }: Process<S, I, F>,
  subject: S,
  { kind, dueAt }: NewDuty,
): boolean {
  const running = subject.duties.find((it) => it.kind === kind)
  return duties[kind]?.keepsDate === true && running !== undefined && running.dueAt <= dueAt
}

/** The service's own step on another case: it makes a turn there, and so falls with this one if that has moved on. */
function besideOf<S extends Subject, I extends Input, F>(
  { process, scene }: Step<S, I, F>,
  { subject, action, change = {} }: Beside,
): Statement[] {
  const move = moveOf(process, action)
  const actor = { kind: 'system' } as const
  const other = subject as S
  if (!move || !serviceMay(process, action, actor.kind, other))
    throw new Error(`No ${action} of the service on a case that is ${subject.case.state}`)
  const step: Step<S, I, F> = {
    ...{ process, scene, actor, action, move, change, subject: other, role: null, said: nothingSaid },
  }
  const { id: caseId, turn } = subject.case
  return statementsOf(step, { caseId, action, actor, turn, reasonDigest: null, undoneBy: [] })
}

function eventsOf<S extends Subject, I extends Input, F>(step: Step<S, I, F>, sent: Sent): Statement[] {
  const { scene, subject, actor, action, move, change, role, said } = step
  const { id, turn, state } = subject.case
  const events = scene.db.insert(caseEvents)
  const seq = sql<number>`(select coalesce(max(seq), 0) + 1 from case_events where case_id = ${id})`
  const event = { caseId: id, seq, at: scene.now, from: state }
  const own = events.values({
    ...event,
    turn: move.free ? null : turn + 1,
    action,
    to: stateAfter(step),
    actor: actor.kind,
    staffId: actor.kind === 'staff' ? actor.staff.id : null,
    role,
    ...said,
    reasonShown: move.shown === 'reason',
  })
  const supervision = () =>
    events.values({
      ...event,
      action: 'supervise',
      to: state,
      actor: 'clock',
      cause: change.supervise ?? null,
    })
  return [
    ...(move.unrecorded ? [] : [own]),
    ...(move.free && !move.unrecorded && !change.mayRepeat ? [saidOnce(scene, sent)] : []),
    ...(change.supervise ? [supervision()] : []),
  ]
}

function ownRow<S extends Subject, I extends Input, F>(
  { process, scene, subject }: Step<S, I, F>,
  columns: Record<string, unknown>,
): Statement[] {
  if (!process.own || Object.keys(columns).length === 0) return []
  return [scene.db.update(process.own).set(columns).where(sql`case_id = ${subject.case.id}`)]
}
