import type { Role } from '../db/vocabulary.ts'
import { act } from '../engine/act.ts'
import * as engine from '../engine/allowed.ts'
import type { Leak } from '../engine/leaks.ts'
import type { Term } from '../engine/lengths.ts'
import type { Actor, Outcome, Refused } from '../engine/process.ts'
import { isDone } from '../engine/repeating.ts'
import type { Rules } from '../orgs/rules.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import { cipherFor } from './ciphers.ts'
import { type Erasure, isErased } from './filed/erased.ts'
import { grievance } from './grievance/process.ts'
import type { GrievanceInput, GrievanceSubject } from './grievance/subject.ts'
import type { CasePage } from './loading.ts'
import { type Action, actions, lineOf } from './processes.ts'
import { register } from './register/process.ts'
import { type Details, detailsOf } from './vault.ts'

/** What the form of any move carries. */
export type ActInput = GrievanceInput

/**
 * Does what a person, the worker or the clock asks with a case, by the process that the case goes by.
 * Refused as `engine/act.ts` says.
 */
export async function perform(
  scene: Scene,
  actor: Actor,
  subject: CasePage,
  action: Action,
  input: ActInput = {},
): Promise<Outcome> {
  if (!isGrievance(subject)) return act(register, scene, actor, subject, action, input)
  const outcome = await act(grievance, scene, actor, subject, action, input)
  return outcome.ok || outcome.leak?.mark !== '' ? outcome : stopped(scene, actor, subject, outcome.leak)
}

/** Whoever tries names has tried them before everybody's eyes, as by a look; what left no event shows nothing. */
async function stopped(
  scene: Scene,
  actor: Actor,
  subject: CasePage & GrievanceSubject,
  leak: Leak,
): Promise<Outcome> {
  const noted = await act(grievance, scene, actor, subject, 'stop_words', { reason: leak.kept })
  if (!noted.ok) return noted
  if (noted.again) return { ok: false, why: 'too_often' }
  const mayLook = actor.kind === 'staff' && roleFor('look_at_identity', actor.staff, subject, scene) !== null
  const alike = mayLook ? leak.alike : null
  return { ok: false, why: 'identifies', leak: { ...leak, alike, runs: alike ?? leak.runs } }
}

/** As a person of the union. */
export function performAs(
  scene: Scene,
  staff: Staff,
  subject: CasePage,
  action: Action,
  input: ActInput = {},
): Promise<Outcome> {
  return perform(scene, { kind: 'staff', staff }, subject, action, input)
}

/** As the worker who filed it. Who writes in the ordinary box while he is asked something has answered. */
export async function performAsWorker(
  scene: Scene,
  subject: CasePage,
  action: Action,
  input: ActInput = {},
): Promise<Outcome> {
  const actor = { kind: 'worker' } as const
  const { id: caseId, state, turn } = subject.case
  if (action === 'write_to_union' && state === 'needs_info') {
    const { file, key, body: words } = input
    // A file is no answer by itself: his words are one, and it stands in the thread.
    const sent = file && (await perform(scene, actor, subject, action, { file, key }))
    if (sent && !(sent.ok && words?.trim())) return sent
    return perform(scene, actor, subject, 'give_info', { ...input, reason: words })
  }
  // A second tap on that answer finds the case gone on.
  if (action === 'write_to_union' && state === 'triage' && !input.file) {
    const words = input.body?.trim()
    const reasonDigest = words ? await subject.cipher.digest(words) : null
    const sent = { caseId, action: 'give_info', actor, turn: turn - 1, reasonDigest, undoneBy: [] }
    if (await isDone(scene, sent, lineOf('give_info'))) return { ok: true, again: true }
  }
  if (action === 'erase_words' || action === 'erase_identity') return eraseOnce(scene, subject, action)
  return perform(scene, actor, subject, action, input)
}

/** Two taps are one, also where they come at once. */
async function eraseOnce(scene: Scene, subject: CasePage, action: Erasure): Promise<Outcome> {
  const { id } = subject.case
  if (action === 'erase_words' && (await isErased(scene.db, action, id))) return { ok: true, again: true }
  const outcome = await perform(scene, { kind: 'worker' }, subject, action)
  if (outcome.ok || outcome.why !== 'conflict') return outcome
  return (await isErased(scene.db, action, id)) ? { ok: true, again: true } : outcome
}

/** Shows who the worker is, for a reason; he sees in his history that it was done, and by which role. */
export async function lookAtIdentity(
  scene: Scene,
  staff: Staff,
  subject: CasePage,
  input: ActInput,
): Promise<{ ok: true; details: Details } | Refused> {
  // Read before, by the key that the look is written with: where that is another one by now, no look is left.
  const details = await detailsOf(scene, subject)
  const done = await performAs(scene, staff, subject, 'look_at_identity', input)
  if (!done.ok) return done
  // A look that left no event of its own shows nothing.
  if (done.again) return { ok: false, why: 'not_allowed' }
  return { ok: true, details: details ?? {} }
}

/** Whether a person did just this a moment ago, as asked for a case that he may not see any more. */
export async function hasJustDone(
  scene: Scene,
  staff: Staff,
  caseId: string,
  action: Action,
  { turn, reason }: { turn: number; reason: string },
): Promise<boolean> {
  const actor = { kind: 'staff', staff } as const
  const words = reason.trim()
  const reasonDigest = words ? await (await cipherFor(scene, caseId)).digest(words) : null
  return isDone(scene, { caseId, action, actor, turn, reasonDigest, undoneBy: [] }, lineOf(action))
}

/** The role in which a person may do this now, or null. */
export function roleFor(action: Action, staff: Staff, subject: CasePage, moment: engine.Moment): Role | null {
  return isGrievance(subject)
    ? engine.roleFor(grievance, action, staff, subject, moment)
    : engine.roleFor(register, action, staff, subject, moment)
}

/** Everything a person may do with a case now, in the order of its process. */
export function allowedActions(staff: Staff, subject: CasePage, moment: engine.Moment): Action[] {
  return actions.filter((action) => roleFor(action, staff, subject, moment) !== null)
}

/** What the worker may do now, in the order of the process. */
export function allowedToWorker(subject: CasePage, moment: engine.Moment): Action[] {
  return actions.filter((action) =>
    isGrievance(subject)
      ? engine.workerMay(grievance, action, subject, moment)
      : engine.workerMay(register, action, subject, moment),
  )
}

/** Until when this may be done; null where no window runs. */
export function windowOf(action: Action, subject: CasePage, rules: Rules): Term | null {
  return isGrievance(subject) ? engine.windowOf(grievance, action, subject, rules) : null
}

function isGrievance(subject: CasePage): subject is CasePage & GrievanceSubject {
  return subject.grievance !== null
}
