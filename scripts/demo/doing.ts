import { consentsOf, type Standing, standingOf } from '../../src/cases/consents.ts'
import { ratingActs } from '../../src/cases/grievance/rating.ts'
import type { CaseForWorker } from '../../src/cases/loading.ts'
import { type ActInput, lookAtIdentity, performAs, performAsWorker } from '../../src/cases/performing.ts'
import type { Action } from '../../src/cases/processes.ts'
import { readByStaff, readByWorker } from '../../src/cases/reading.ts'
import type { Outcome } from '../../src/engine/process.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import type { Scene } from '../../src/orgs/scene.ts'
import { whoDoes, whoHandles } from './acting.ts'
import type { Step } from './story.ts'

const workerSteps = [
  'read',
  'ask',
  'give_info',
  'object',
  'rate',
  'reopen',
  'appeal',
  'withdraw',
  'resume',
  'erase_words',
  'say_danger',
  'give_consent',
  'refuse_consent',
  'withdraw_consent',
] as const
export type WorkerStep = Extract<Step, { does: (typeof workerSteps)[number] }>
export type StaffStep = Exclude<Step, WorkerStep | { does: 'wait' }>

export function isWorkerStep(step: Step): step is WorkerStep {
  return (workerSteps as readonly string[]).includes(step.does)
}

/** The worker does a step, as from the page of his case, which he has then read. */
export async function doAsWorker(
  scene: Scene,
  subject: CaseForWorker,
  step: WorkerStep,
  key: string,
): Promise<Outcome> {
  await readByWorker(scene, subject)
  switch (step.does) {
    case 'read':
      return { ok: true }
    case 'ask':
      return performAsWorker(scene, subject, 'write_to_union', { body: step.text, key })
    case 'rate': {
      const { solved, satisfied } = step
      return performAsWorker(scene, subject, ratingActs[solved], { solved, satisfied })
    }
    case 'resume':
    case 'erase_words':
      return performAsWorker(scene, subject, step.does)
    case 'give_consent':
    case 'refuse_consent':
      return performAsWorker(scene, subject, step.does, await consentThatIs('asked', scene, subject))
    case 'withdraw_consent':
      return performAsWorker(scene, subject, step.does, await consentThatIs('given', scene, subject))
    default:
      return performAsWorker(scene, subject, step.does, { reason: step.reason })
  }
}

/** A cadre does a step, as from the desk; who, follows from the roles and from who has the case. */
export async function doAsStaff(
  scene: Scene,
  subject: CaseForWorker,
  step: StaffStep,
  key: string,
  numberOf: (scenario: string) => number,
): Promise<Outcome> {
  const action = actionOf(step)
  const staff = whoDoes(action, subject, scene)
  if (readsFirst.includes(step.does)) await readByStaff(scene, staff, subject)
  const input = { turn: subject.case.turn, ...inputOf(step, subject, key, numberOf) }
  if (step.does === 'refer' && step.named) Object.assign(input, await consentThatIs('given', scene, subject))
  if (action === 'look_at_identity') return lookAtIdentity(scene, staff, subject, input)
  return performAs(scene, staff, subject, action, input)
}

/** What the form of a step carries. */
function inputOf(
  step: StaffStep,
  subject: CaseForWorker,
  key: string,
  numberOf: (scenario: string) => number,
): ActInput {
  switch (step.does) {
    case 'propose_merge':
      return { reason: step.reason, number: numberOf(step.into) }
    case 'dispatch':
      return { reason: step.reason, handlerId: whoHandles(subject, step.to) }
    case 'take_review':
      return { handlerId: whoHandles(subject, step.to) }
    case 'submit_draft':
      return { outcome: step.outcome, body: step.text }
    case 'refer': {
      const { recipient, body, reason } = step
      return { recipient, body, reason }
    }
    case 'ask_consent': {
      const { recipient, contact, what, purpose } = step
      const { desk, words } = catalogs.zh
      const reason = desk.fields.consentLine(recipient, contact, words.told[what], purpose)
      return { recipient, contact, what, purpose, reason }
    }
    case 'tell':
      return { body: step.text, key }
    case 'note':
      return { reason: step.text }
    default: {
      const { does: _does, after: _after, atOnce: _atOnce, ...input } = step
      return input
    }
  }
}

async function consentThatIs(how: Standing, scene: Scene, subject: CaseForWorker): Promise<ActInput> {
  const found = (await consentsOf(scene, subject)).findLast((consent) => standingOf(consent) === how)
  return { consentId: found?.id }
}

/** Before these a cadre has opened the thread. */
const readsFirst: Step['does'][] = ['accept', 'tell', 'note', 'start_draft']

function actionOf(step: StaffStep): Action {
  return step.does === 'tell' ? 'write' : step.does
}
