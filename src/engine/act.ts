import { inBatch } from '../db/batch.ts'
import { isConflict } from '../db/conflict.ts'
import type { Role } from '../db/vocabulary.ts'
import { isOtherKey } from '../encryption/case-cipher.ts'
import { isOvertaken } from '../encryption/overtaken.ts'
import type { Scene } from '../orgs/scene.ts'
import { roleFor, serviceMay, workerMay } from './allowed.ts'
import { moveOf } from './move.ts'
import type { Actor, Change, Input, Outcome, Process, Subject } from './process.ts'
import { isDone, type Sent, undoing } from './repeating.ts'
import { saying } from './saying.ts'
import { isDaySpent } from './within-day.ts'
import { statementsOf } from './writing-step.ts'

/**
 * The one place where somebody changes a case. Checks its process, then writes the event, the case, its
 * duties, the news and what else belongs to it in one batch. Refused: `not_allowed`, `reason_missing`, what
 * the effect says, `identifies` when words that others read would tell who a worker is, `too_often` when a worker has done it as often as a day has room for, or `conflict` when
 * somebody else was faster (the unique turn of the event fails the whole batch, or the case has another key by now). A second tap is answered as the
 * first one was, and writes nothing.
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
  const reasonDigest = reason && (await subject.cipher.digest(reason))
  const sent: Sent = { caseId, action, actor, turn: input.turn ?? turn, reasonDigest, undoneBy }
  const refused = async (why: 'conflict' | 'not_allowed'): Promise<Outcome> =>
    (await isDone(scene, sent, move)) ? { ok: true, again: true } : { ok: false, why }

  if (sent.turn !== turn && !move.free) return refused('conflict')
  const role = actor.kind === 'staff' ? roleFor(process, action, actor.staff, subject, scene) : null
  if (!isAllowed(process, scene, actor, role, subject, action)) return refused('not_allowed')
  if (move.reason === 'required' && !reason) return { ok: false, why: 'reason_missing' }
  const by = { staff: actor.kind === 'staff' ? actor.staff : null, role }
  let change: Change = {}

  try {
    const effect = (await process.effects[action]?.(scene, subject, input, by)) ?? {}
    if ('ok' in effect) return effect
    change = effect
    const stopped =
      move.leaves && (await process.leaving?.(scene, subject, move.leaves, { input, change, by }))
    if (stopped) return stopped
    const cipher = change.cipher ?? subject.cipher
    const said = await saying(cipher, change.reason?.trim() || reason)
    const step = { process, scene, actor, subject, action, move, change, role, said }
    await inBatch(scene.db, [...cipher.newKey(scene.db), ...statementsOf(step, sent)])
    return { ok: true }
  } catch (error) {
    // It has another key by now: somebody wrote the first words of an old case, or had some of its words deleted.
    if (isOtherKey(error) || (await isOvertaken(scene.db, error)))
      return move.free ? { ok: false, why: 'conflict' } : refused('conflict')
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
