import type { Role, State } from '../db/vocabulary.ts'

/** How a person of the union stands to a case, beside the role he holds. */
export type Relation = 'in_scope' | 'handler' | 'drafter' | 'reviewer' | 'proposer' | 'former_handler' | 'recused'

export type Clock = 'triage' | 'info' | 'objection' | 'dispatch' | 'sign_for' | 'finish' | 'mediation' | 'look_in' | 'step' | 'rating' | 'reopened' | 'review' | 'withdrawal' | 'extension' | 'retention'

/** Who has the case next: whoever holds a role there, its handler, the worker, or nobody any more. */
export type Holder = Role | 'its_handler' | 'worker' | 'nobody'

export interface Transition {
  from: readonly State[]
  /** `same`: an act that leaves the state, as an overlay or a note does. */
  to: State | 'same'
  /** A handler acts only on the cases that are his; every other role on those in his scope. */
  by: readonly (Role | 'worker' | 'clock' | 'system')[]
  /** Relations that bar a person who could act otherwise: nobody approves his own work. */
  not?: readonly Relation[]
  reason?: 'required' | 'optional'
  /** What the worker sees of it in his history. */
  shown: 'hidden' | 'event' | 'reason'
  /** The deadline that starts; without one the running deadline stays. `none` ends it. */
  clock?: Clock | 'none'
  /** Who has the case then; without one it stays where it is. */
  holder?: Holder
  /** Acts that do not change what others may do next, and so never collide with them. */
  free?: true
}

const handling = ['investigating', 'mediating', 'referred', 'drafting'] as const
const underway = ['accepted', 'dispatched', ...handling, 'in_review', 'sign_off'] as const
const unanswered = ['submitted', 'triage', 'needs_info', ...underway, 'reopened', 'under_review'] as const
const readable = [...unanswered, 'declined', 'replied', 'withdrawn', 'closed'] as const
const caseRoles = ['duty_officer', 'handler', 'department_head', 'deputy_chair', 'chair', 'supervisor'] as const

/**
 * The grievance workflow, to be read aloud: from where, to where, who may, with what reason, what the
 * worker sees, which deadline starts (`clocks.ts`), who has it then. Time limits: 信访工作条例 22–36.
 */
export const workflow = {
  // A case begins here and nowhere else (`filing.ts`), so no state leads to it.
  file: { from: [], to: 'submitted', by: ['worker'], shown: 'event' },
  receive: { from: ['submitted'], to: 'triage', by: ['system', 'clock'], shown: 'event', clock: 'triage', holder: 'duty_officer' },

  ask_info: { from: ['triage'], to: 'needs_info', by: ['duty_officer'], reason: 'required', shown: 'reason', clock: 'info', holder: 'worker' },
  give_info: { from: ['needs_info'], to: 'triage', by: ['worker'], reason: 'required', shown: 'reason', clock: 'triage', holder: 'duty_officer' },
  lapse_info: { from: ['needs_info'], to: 'triage', by: ['clock'], shown: 'event', clock: 'triage', holder: 'duty_officer' },

  accept: { from: ['triage'], to: 'accepted', by: ['duty_officer'], reason: 'optional', shown: 'reason', clock: 'dispatch', holder: 'duty_officer' },
  merge: { from: ['triage'], to: 'closed', by: ['duty_officer'], reason: 'required', shown: 'reason', clock: 'none', holder: 'nobody' },
  propose_decline: { from: ['triage'], to: 'same', by: ['duty_officer'], reason: 'required', shown: 'hidden', holder: 'department_head' },
  agree_decline: { from: ['triage'], to: 'declined', by: ['duty_officer', 'department_head'], not: ['proposer'], reason: 'optional', shown: 'reason', clock: 'objection', holder: 'worker' },
  refuse_decline: { from: ['triage'], to: 'same', by: ['duty_officer', 'department_head'], not: ['proposer'], reason: 'required', shown: 'hidden', holder: 'duty_officer' },
  object: { from: ['declined'], to: 'triage', by: ['worker'], reason: 'required', shown: 'reason', clock: 'triage', holder: 'duty_officer' },
  lapse_objection: { from: ['declined'], to: 'closed', by: ['clock'], shown: 'event', clock: 'none', holder: 'nobody' },

  dispatch: { from: ['accepted', 'reopened'], to: 'dispatched', by: ['duty_officer'], reason: 'optional', shown: 'event', clock: 'sign_for', holder: 'its_handler' },
  sign_for: { from: ['dispatched'], to: 'investigating', by: ['handler'], not: ['former_handler'], shown: 'event', clock: 'finish', holder: 'its_handler' },
  return: { from: ['dispatched'], to: 'accepted', by: ['handler'], reason: 'required', shown: 'event', clock: 'dispatch', holder: 'duty_officer' },
  step_aside: { from: ['dispatched', ...handling, 'in_review', 'sign_off'], to: 'accepted', by: ['handler'], reason: 'required', shown: 'event', clock: 'dispatch', holder: 'duty_officer' },
  reassign: { from: ['dispatched', ...handling], to: 'accepted', by: ['duty_officer', 'department_head'], not: ['handler'], reason: 'required', shown: 'event', clock: 'dispatch', holder: 'duty_officer' },

  mediate: { from: ['investigating'], to: 'mediating', by: ['handler'], reason: 'optional', shown: 'reason', clock: 'mediation' },
  refer: { from: ['investigating', 'mediating'], to: 'referred', by: ['handler'], reason: 'required', shown: 'reason', clock: 'look_in' },
  resume_handling: { from: ['referred'], to: 'investigating', by: ['handler'], reason: 'optional', shown: 'event', clock: 'finish' },
  start_draft: { from: ['investigating', 'mediating', 'referred'], to: 'drafting', by: ['handler'], shown: 'event', clock: 'step' },

  submit_draft: { from: ['drafting'], to: 'in_review', by: ['handler'], shown: 'event', clock: 'step', holder: 'department_head' },
  send_back: { from: ['in_review'], to: 'drafting', by: ['department_head'], not: ['drafter'], reason: 'required', shown: 'hidden', clock: 'step', holder: 'its_handler' },
  approve: { from: ['in_review'], to: 'sign_off', by: ['department_head'], not: ['drafter'], reason: 'optional', shown: 'event', clock: 'step', holder: 'deputy_chair' },
  refuse_signature: { from: ['sign_off'], to: 'drafting', by: ['deputy_chair', 'chair'], not: ['drafter'], reason: 'required', shown: 'hidden', clock: 'step', holder: 'its_handler' },
  sign: { from: ['sign_off'], to: 'replied', by: ['deputy_chair', 'chair'], not: ['drafter', 'reviewer'], shown: 'event', clock: 'rating', holder: 'worker' },

  rate_solved: { from: ['replied'], to: 'closed', by: ['worker'], shown: 'event', clock: 'none', holder: 'nobody' },
  rate_unsolved: { from: ['replied'], to: 'same', by: ['worker'], shown: 'event' },
  lapse_rating: { from: ['replied'], to: 'closed', by: ['clock'], shown: 'event', clock: 'none', holder: 'nobody' },
  hand_to_chair: { from: ['replied'], to: 'same', by: ['clock'], shown: 'event', clock: 'step', holder: 'chair' },
  close_unsolved: { from: ['replied'], to: 'closed', by: ['chair'], not: ['drafter', 'reviewer'], reason: 'required', shown: 'reason', clock: 'none', holder: 'nobody' },

  reopen: { from: ['replied', 'closed'], to: 'reopened', by: ['worker'], reason: 'required', shown: 'reason', clock: 'reopened', holder: 'duty_officer' },
  reopen_by_union: { from: ['replied'], to: 'reopened', by: ['chair'], reason: 'required', shown: 'reason', clock: 'reopened', holder: 'duty_officer' },
  appeal: { from: ['replied', 'closed'], to: 'under_review', by: ['worker'], reason: 'required', shown: 'reason', clock: 'review', holder: 'duty_officer' },
  take_review: { from: ['under_review'], to: 'drafting', by: ['duty_officer'], shown: 'event', holder: 'its_handler' },

  withdraw: { from: [...unanswered, 'declined', 'replied'], to: 'withdrawn', by: ['worker'], reason: 'optional', shown: 'event', clock: 'withdrawal', holder: 'department_head' },
  resume: { from: ['withdrawn'], to: 'triage', by: ['worker'], shown: 'event', clock: 'triage', holder: 'duty_officer' },
  reinstate: { from: ['withdrawn'], to: 'triage', by: ['department_head'], not: ['handler'], reason: 'required', shown: 'event', clock: 'triage', holder: 'duty_officer' },
  confirm_withdrawal: { from: ['withdrawn'], to: 'closed', by: ['department_head'], not: ['handler'], reason: 'required', shown: 'event', clock: 'none', holder: 'nobody' },
  archive: { from: ['closed'], to: 'archived', by: ['clock'], shown: 'event', clock: 'none', holder: 'nobody' },

  extend: { from: handling, to: 'same', by: ['chair'], not: ['handler'], reason: 'required', shown: 'reason', clock: 'extension' },
  supervise: { from: [...unanswered, 'withdrawn'], to: 'same', by: ['supervisor', 'deputy_chair', 'chair', 'clock'], reason: 'required', shown: 'event', free: true },
  lift_supervision: { from: [...unanswered, 'withdrawn'], to: 'same', by: ['supervisor', 'chair'], reason: 'required', shown: 'event', free: true },
  note: { from: readable, to: 'same', by: caseRoles, reason: 'required', shown: 'hidden', free: true },
  look_at_identity: { from: readable, to: 'same', by: ['duty_officer', 'handler'], reason: 'required', shown: 'event', free: true },
  recuse: { from: readable, to: 'same', by: caseRoles, not: ['handler'], reason: 'optional', shown: 'hidden', free: true },
  write: { from: readable, to: 'same', by: ['duty_officer', 'handler', 'department_head', 'worker'], shown: 'hidden', free: true },

  correct: { from: [...unanswered, 'declined', 'replied', 'withdrawn'], to: 'same', by: ['worker'], reason: 'required', shown: 'reason', free: true },
  report_retaliation: { from: readable, to: 'same', by: ['worker'], reason: 'required', shown: 'reason', free: true },
  erase_identity: { from: readable, to: 'same', by: ['worker'], shown: 'event', free: true },
} as const satisfies Record<string, Transition>

export type Action = keyof typeof workflow

export const actions = Object.keys(workflow) as Action[]

/** The rule of one action, with its optional parts typed alike for all. */
export function transition(action: Action): Transition {
  return workflow[action]
}

/** Whether the worker has the case, so that its deadline is his and not ours. */
export function isWithWorker(holder: Holder | undefined): holder is 'worker' | 'nobody' {
  return holder === 'worker' || holder === 'nobody'
}
