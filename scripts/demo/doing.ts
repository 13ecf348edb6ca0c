import { dispatch, giveBack, signFor, takeReview } from '../../src/cases/dispatching.ts'
import { sendBack, startDraft, submitDraft } from '../../src/cases/drafting.ts'
import { extend } from '../../src/cases/extending.ts'
import { mediate, note, refer, resumeHandling } from '../../src/cases/handling.ts'
import { look } from '../../src/cases/identities.ts'
import type { CaseForWorker } from '../../src/cases/loading.ts'
import { readByStaff, readByWorker, writeToUnion, writeToWorker } from '../../src/cases/messages.ts'
import type { Outcome, Scene } from '../../src/cases/moving.ts'
import { closeUnsolved, rate } from '../../src/cases/rating.ts'
import { appeal, object, reopen, reopenByUnion } from '../../src/cases/reopening.ts'
import { approve, refuseSignature, sign } from '../../src/cases/signing.ts'
import { supervise } from '../../src/cases/supervising.ts'
import {
  accept,
  agreeDecline,
  askInfo,
  giveInfo,
  merge,
  proposeDecline,
  refuseDecline,
} from '../../src/cases/triaging.ts'
import { confirmWithdrawal, resume, withdraw } from '../../src/cases/withdrawing.ts'
import type { Action } from '../../src/cases/workflow.ts'
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
      return writeToUnion(scene, subject, { body: step.text, key })
    case 'give_info':
      return giveInfo(scene, subject, { text: step.reason })
    case 'object':
      return object(scene, subject, { reason: step.reason })
    case 'rate':
      return rate(scene, subject, { solved: step.solved, satisfied: step.satisfied })
    case 'reopen':
      return reopen(scene, subject, { reason: step.reason })
    case 'appeal':
      return appeal(scene, subject, { reason: step.reason })
    case 'withdraw':
      return withdraw(scene, subject, { reason: step.reason })
    case 'resume':
      return resume(scene, subject, {})
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
  const staff = whoDoes(actionOf(step), subject)
  const { turn } = subject.case
  const by = [scene, staff, subject] as const
  if (readsFirst.includes(step.does)) await readByStaff(...by)
  switch (step.does) {
    case 'accept': {
      const { reason, category, complex, workers } = step
      return accept(...by, { turn, reason, category, complex, workers })
    }
    case 'ask_info':
      return askInfo(...by, { turn, reason: step.reason })
    case 'merge':
      return merge(...by, { turn, reason: step.reason, into: numberOf(step.into) })
    case 'propose_decline':
      return proposeDecline(...by, { turn, reason: step.reason })
    case 'agree_decline':
      return agreeDecline(...by, { turn })
    case 'refuse_decline':
      return refuseDecline(...by, { turn, reason: step.reason })
    case 'dispatch':
      return dispatch(...by, { turn, reason: step.reason, handlerId: whoHandles(subject, step.to) })
    case 'sign_for':
      return signFor(...by, { turn })
    case 'return':
      return giveBack(...by, { turn, reason: step.reason })
    case 'mediate':
      return mediate(...by, { turn, reason: step.reason })
    case 'refer':
      return refer(...by, { turn, reason: step.reason })
    case 'resume_handling':
      return resumeHandling(...by, { turn, reason: step.reason })
    case 'start_draft':
      return startDraft(...by, { turn })
    case 'submit_draft':
      return submitDraft(...by, { turn, outcome: step.outcome, body: step.text })
    case 'send_back':
      return sendBack(...by, { turn, reason: step.reason })
    case 'approve':
      return approve(...by, { turn })
    case 'sign':
      return sign(...by, { turn })
    case 'refuse_signature':
      return refuseSignature(...by, { turn, reason: step.reason })
    case 'close_unsolved':
      return closeUnsolved(...by, { turn, reason: step.reason })
    case 'reopen_by_union':
      return reopenByUnion(...by, { turn, reason: step.reason })
    case 'take_review':
      return takeReview(...by, { turn, handlerId: whoHandles(subject, step.to) })
    case 'confirm_withdrawal':
      return confirmWithdrawal(...by, { turn, reason: step.reason })
    case 'extend':
      return extend(...by, { turn, reason: step.reason, days: step.days })
    case 'supervise':
      return supervise(...by, { reason: step.reason })
    case 'note':
      return note(...by, { reason: step.text })
    case 'tell':
      return writeToWorker(...by, { body: step.text, key })
    case 'look_at_identity':
      return look(...by, { reason: step.reason })
  }
}

/** Before these a cadre has opened the thread. */
const readsFirst: Step['does'][] = ['accept', 'tell', 'note', 'start_draft']

function actionOf(step: StaffStep): Action {
  return step.does === 'tell' ? 'write' : step.does
}
