import { and, count, eq, gt, sql } from 'drizzle-orm'
import { insertSelect } from '../db/insert-select.ts'
import { caseEvents } from '../db/tables/cases.ts'
import type { Case } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import { type Actor, type Move, move, type Outcome, type Scene } from './moving.ts'
import { workerMay } from './windows.ts'
import { transition } from './workflow.ts'

const worker: Actor = { kind: 'worker' }

/** For so long the same words are a second tap, and not said again. */
const secondTap = 10 * 60_000

/**
 * Moves a case as its worker, if the window of the act allows it; otherwise `not_allowed`. A second tap
 * on an act that takes no turn is answered as the first one was, and writes nothing.
 */
export async function moveAsWorker(
  scene: Scene,
  subject: CaseForWorker,
  step: Omit<Move, 'subject' | 'actor'>,
): Promise<Outcome> {
  if (!workerMay(step.action, subject, scene.rules, scene.now)) return { ok: false, why: 'not_allowed' }
  const asWorker = { ...step, subject, actor: worker }
  if (!transition(step.action).free) return move(scene, asWorker)
  const also = [...(step.also ?? []), saidOnce(scene, subject.case, step)]
  const outcome = await move(scene, { ...asWorker, also })
  return !outcome.ok && outcome.why === 'conflict' ? { ok: true } : outcome
}

/**
 * Holds two taps apart even when they run at once: where the same words stand twice within a short while,
 * this puts the event in again under its own key, and by that the whole batch falls as a conflict.
 */
function saidOnce({ db, now }: Scene, { id }: Case, { action, reason }: Pick<Move, 'action' | 'reason'>) {
  const same = and(
    eq(caseEvents.caseId, id),
    eq(caseEvents.action, action),
    eq(caseEvents.actor, 'worker'),
    sql`${caseEvents.reason} is ${reason?.trim() || null}`,
    gt(caseEvents.at, new Date(now.getTime() - secondTap)),
  )
  const said = db.select({ times: count() }).from(caseEvents).where(same)
  const again = { caseId: id, seq: caseEvents.seq, at: now, action, actor: 'worker' } as const
  return insertSelect(db, caseEvents, again, sql`from ${caseEvents} where ${same} and ${said} > 1`)
}
