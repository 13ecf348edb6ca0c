import type { Action, workflow } from '../../cases/workflow.ts'
import type { Role } from '../../db/vocabulary.ts'

/** What a person of the union does with a case, as against the worker and the clock. */
export type StaffAction = {
  [A in Action]: Extract<(typeof workflow)[A]['by'][number], Role> extends never ? never : A
}[Action]

/** What the form of an act asks beside the turn it was made for. */
export type Ask =
  | 'reason'
  | 'category'
  | 'workers'
  | 'complex'
  | 'number'
  | 'days'
  | 'channel'
  | 'handler'
  | 'body'
  | 'outcome'

interface Act {
  /** The last part of its address. */
  noun: string
  asks: readonly Ask[]
}

/** Every act with its address and its form, the most likely first: the order in which a case page offers them. */
export const acts = {
  accept: { noun: 'acceptance', asks: ['category', 'workers', 'complex', 'reason'] },
  agree_decline: { noun: 'decline-agreement', asks: ['reason'] },
  refuse_decline: { noun: 'decline-veto', asks: ['reason'] },
  dispatch: { noun: 'dispatch', asks: ['handler', 'reason'] },
  take_review: { noun: 'review', asks: ['handler'] },
  sign_for: { noun: 'acknowledgement', asks: [] },
  submit_draft: { noun: 'draft', asks: ['outcome', 'body'] },
  approve: { noun: 'approval', asks: ['reason'] },
  sign: { noun: 'signature', asks: [] },
  start_draft: { noun: 'drafting', asks: [] },
  confirm_withdrawal: { noun: 'withdrawal', asks: ['reason'] },
  reinstate: { noun: 'reinstatement', asks: ['reason'] },
  close_unsolved: { noun: 'closing', asks: ['reason'] },
  reopen_by_union: { noun: 'reopening', asks: ['reason'] },
  ask_info: { noun: 'question', asks: ['reason'] },
  propose_decline: { noun: 'decline-proposal', asks: ['reason', 'channel'] },
  merge: { noun: 'merger', asks: ['number', 'reason'] },
  return: { noun: 'return', asks: ['reason'] },
  send_back: { noun: 'draft-return', asks: ['reason'] },
  refuse_signature: { noun: 'signature-refusal', asks: ['reason'] },
  mediate: { noun: 'mediation', asks: ['reason'] },
  refer: { noun: 'referral', asks: ['reason'] },
  resume_handling: { noun: 'resumption', asks: ['reason'] },
  extend: { noun: 'extension', asks: ['days', 'reason'] },
  reassign: { noun: 'reassignment', asks: ['reason'] },
  step_aside: { noun: 'stepping-aside', asks: ['reason'] },
  write: { noun: 'message', asks: ['body'] },
  note: { noun: 'note', asks: ['reason'] },
  supervise: { noun: 'supervision', asks: ['reason'] },
  lift_supervision: { noun: 'supervision-end', asks: ['reason'] },
  look_at_identity: { noun: 'identity', asks: ['reason'] },
  recuse: { noun: 'recusal', asks: ['reason'] },
} as const satisfies Record<StaffAction, Act>

export const staffActions = Object.keys(acts) as StaffAction[]

const byNoun = new Map<string, StaffAction>(staffActions.map((action) => [acts[action].noun, action]))

/** The act that an address names, or undefined. */
export function actionOf(noun: string): StaffAction | undefined {
  return byNoun.get(noun)
}

/** An act by its code, as history and addresses carry it. */
export function isStaffAction(code: string | undefined): code is StaffAction {
  return staffActions.some((action) => action === code)
}

/** What an act's form asks. */
export function asksOf(action: StaffAction): readonly Ask[] {
  return acts[action].asks
}

/** The name of a field on the page; several forms stand on it, so the act is part of the name. */
export function fieldName(action: StaffAction, ask: Ask): string {
  return `${acts[action].noun}-${ask}`
}

/** The acts in the order of the page, of those allowed; a look at who the worker is stands elsewhere. */
export function offered(allowed: readonly Action[]): StaffAction[] {
  return staffActions.filter((action) => action !== 'look_at_identity' && allowed.includes(action))
}
