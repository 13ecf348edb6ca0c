import { eq, sql } from 'drizzle-orm'
import { inBatch } from '../db/batch.ts'
import type { Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { caseEvents, cases } from '../db/tables/cases.ts'
import type { Role } from '../db/vocabulary.ts'
import type { Scene } from '../orgs/scene.ts'
import { roleFor, serviceMay, workerMay } from './allowed.ts'
import { keepInSight, openBelow } from './children.ts'
import { endDuties, nearestDuty, newDuty, startDuties } from './duties.ts'
import { markLate } from './late.ts'
import { moveOf } from './move.ts'
import { findPlaces } from './places.ts'
import type { Actor, Case, Input, Lines, Outcome, Process, Subject } from './process.ts'
import { isDone, type Sent, saidOnce, undoing } from './repeating.ts'
import { columnsOf, endingOf, holderAfter, type Step, startsOf, stateAfter } from './step.ts'
import { tell } from './telling.ts'
import { isDaySpent, keepWithinDay } from './within-day.ts'

/**
 * The one place where somebody changes a case. Checks its process, then writes the event, the case, its
 * duties, the news and what else belongs to it in one batch. Refused: `not_allowed`, `reason_missing`, what
 * the effect says, `too_often` when a worker has done it as often as a day has room for, or `conflict` when
 * somebody else was faster (the unique turn of the event fails the whole batch). A second tap is answered as the first one was, and writes nothing.
 */
export async function act<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  scene: Scene,
  actor: Actor,
  subject: S,
  action: string,
  input: I,
): Promise<Outcome> {
  const move = moveOf(process, action)
  if (!move) return { ok: false, why: 'not_allowed' }
  const { id: caseId, turn } = subject.case
  const reason = input.reason?.trim() || null
  const undoneBy = undoing(process, move)
  const sent: Sent = { caseId, action, actor, turn: input.turn ?? turn, reason, undoneBy }
  const refused = async (why: 'conflict' | 'not_allowed'): Promise<Outcome> =>
    (await isDone(scene, sent, move)) ? { ok: true, again: true } : { ok: false, why }

  if (sent.turn !== turn && !move.free) return refused('conflict')
  const role = actor.kind === 'staff' ? roleFor(process, action, actor.staff, subject, scene) : null
  if (!isAllowed(process, scene, actor, role, subject, action)) return refused('not_allowed')
  if (move.reason === 'required' && !reason) return { ok: false, why: 'reason_missing' }
  const by = { staff: actor.kind === 'staff' ? actor.staff : null, role }
  const change = (await process.effects[action]?.(scene, subject, input, by)) ?? {}
  if ('ok' in change) return change

  try {
    const words = change.reason?.trim() || reason
    const step = { process, scene, actor, subject, action, move, change, role, reason: words }
    await inBatch(scene.db, statementsOf(step, sent))
    return { ok: true }
  } catch (error) {
    if (!isConflict(error, 'case_events')) throw error
    if (await isDaySpent(scene, sent, move, change)) return { ok: false, why: 'too_often' }
    return move.free ? { ok: true, again: true } : refused('conflict')
  }
}

function isAllowed<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  scene: Scene,
  actor: Actor,
  role: Role | null,
  subject: S,
  action: string,
): boolean {
  switch (actor.kind) {
    case 'staff':
      return role !== null
    case 'worker':
      return workerMay(process, action, subject, scene)
    default:
      return serviceMay(process, action, actor.kind, subject)
  }
}

/** In this order: the event holds the turn, and the duties come before the case that copies the nearest. */
function statementsOf<S extends Subject, I extends Input, F>(step: Step<S, I, F>, sent: Sent): Statement[] {
  const { scene, actor, subject, move, change } = step
  const columns = columnsOf(step)
  const ending = endingOf(step)
  const facts = step.process.facts(subject, columns)
  const starting = startsOf(step.process, move, change.starts).map((kind) =>
    newDuty(step.process, scene, subject.case.id, facts, kind),
  )
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
    ...openBelow(scene, step.process, move, { ...subject.case, ...columns.case } as Case),
    ...keepInSight(scene, step.process, move, subject.case.id, columns.case),
    ...(change.unsettles
      ? [findPlaces([step.process as unknown as Lines<never>], scene, sql`cases.id = ${change.unsettles}`)]
      : []),
    ...[...(move.tells ?? []), ...(change.tells ?? [])].flatMap((telling) =>
      tell(scene, subject.case.id, telling, subject.case.turn + 1),
    ),
  ]
}

function eventsOf<S extends Subject, I extends Input, F>(step: Step<S, I, F>, sent: Sent): Statement[] {
  const { scene, subject, actor, action, move, change, role, reason } = step
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
    reason,
    reasonShown: move.shown === 'reason',
  })
  const supervision = () =>
    events.values({
      ...event,
      action: 'supervise',
      to: state,
      actor: 'clock',
      reason: change.supervise ?? null,
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
