import { expect, test } from 'vitest'
import { type GrievanceAction, grievance } from '../../../src/cases/grievance/process.ts'
import { type Role, roles, type State, states } from '../../../src/db/vocabulary.ts'
import { lineAllows } from '../../../src/engine/allowed.ts'
import { moveOf } from '../../../src/engine/move.ts'

type Action = GrievanceAction
type Relation = 'in_scope' | 'recused' | 'handler' | 'former_handler' | keyof typeof grievance.relations

const actions = Object.keys(grievance.moves) as Action[]

function mayAct(
  action: Action,
  state: State,
  by: Role | 'worker' | 'clock' | 'system',
  standing: ReadonlySet<string>,
): boolean {
  const move = moveOf(grievance, action)
  return move !== undefined && lineAllows(move, state, by, standing)
}

/**
 * Who may do what, in which states, and how he must not stand to the case. Written by hand from the
 * domain, on purpose not from `process.ts`: a change there must be said here a second time.
 */
const unanswered =
  'submitted triage needs_info accepted dispatched investigating mediating referred drafting in_review sign_off reopened under_review'
const open = `${unanswered} declined replied withdrawn`
const living = `${open} closed`
const everyCaseRole = 'duty_officer handler department_head deputy_chair chair supervisor'

const rules: Record<Action, { in: string; may: string; unless?: string }> = {
  file: { in: '', may: 'worker' },
  receive: { in: 'submitted', may: 'system clock' },

  ask_info: { in: 'triage', may: 'duty_officer', unless: 'decided_before' },
  give_info: { in: 'needs_info', may: 'worker' },
  lapse_info: { in: 'needs_info', may: 'clock' },
  accept: { in: 'triage', may: 'duty_officer', unless: 'decided_before' },
  read_messages: { in: living, may: 'duty_officer handler department_head' },
  reopen_for_worker: { in: 'replied closed', may: 'duty_officer' },
  propose_merge: { in: 'triage', may: 'duty_officer', unless: 'decided_before' },
  agree_merge: { in: 'triage', may: 'duty_officer department_head', unless: 'proposer decided_before' },
  refuse_merge: { in: 'triage', may: 'duty_officer department_head', unless: 'proposer decided_before' },
  object_merger: { in: 'closed', may: 'worker' },
  take_in: { in: unanswered, may: 'system' },
  let_go: { in: living, may: 'system' },
  come_back: { in: 'closed', may: 'system' },
  propose_decline: { in: 'triage', may: 'duty_officer', unless: 'decided_before' },
  agree_decline: { in: 'triage', may: 'duty_officer department_head', unless: 'proposer decided_before' },
  refuse_decline: { in: 'triage', may: 'duty_officer department_head', unless: 'proposer decided_before' },
  object: { in: 'declined', may: 'worker' },
  lapse_objection: { in: 'declined', may: 'clock' },

  dispatch: { in: 'accepted reopened', may: 'duty_officer', unless: 'decided_before' },
  escort: { in: 'triage accepted under_review', may: 'duty_officer', unless: 'decided_before' },
  sign_for: { in: 'dispatched', may: 'handler', unless: 'former_handler' },
  confide: { in: 'triage accepted reopened', may: 'duty_officer' },
  propose_release: { in: 'accepted reopened', may: everyCaseRole },
  agree_release: { in: 'accepted reopened', may: everyCaseRole, unless: 'releaser' },
  refuse_release: { in: 'accepted reopened', may: everyCaseRole },
  return: { in: 'dispatched', may: 'handler' },
  step_aside: {
    in: 'dispatched investigating mediating referred drafting in_review sign_off',
    may: 'handler',
  },
  reassign: {
    in: 'dispatched investigating mediating referred drafting',
    may: 'duty_officer department_head',
    unless: 'handler decided_before',
  },

  mediate: { in: 'investigating', may: 'handler' },
  refer: { in: 'investigating mediating', may: 'handler' },
  looked_in: { in: 'referred', may: 'handler' },
  resume_handling: { in: 'referred', may: 'handler' },
  start_draft: { in: 'investigating mediating referred', may: 'handler' },
  submit_draft: { in: 'drafting', may: 'handler', unless: 'decided_before' },
  send_back: { in: 'in_review', may: 'department_head', unless: 'drafter decided_before' },
  approve: { in: 'in_review', may: 'department_head', unless: 'drafter decided_before' },
  refuse_signature: { in: 'sign_off', may: 'deputy_chair chair', unless: 'drafter decided_before' },
  sign: { in: 'sign_off', may: 'deputy_chair chair', unless: 'drafter reviewer decided_before' },

  rate_solved: { in: 'replied', may: 'worker' },
  rate_partly: { in: 'replied', may: 'worker' },
  rate_unsolved: { in: 'replied', may: 'worker' },
  lapse_rating: { in: 'replied', may: 'clock' },
  hand_to_chair: { in: 'replied', may: 'clock' },
  close_partly: { in: 'replied', may: 'chair', unless: 'drafter reviewer decided_before' },
  close_unsolved: { in: 'replied', may: 'chair', unless: 'drafter reviewer decided_before' },
  reopen: { in: 'replied closed', may: 'worker' },
  reopen_by_union: { in: 'replied', may: 'chair' },
  appeal: { in: 'replied closed', may: 'worker' },
  take_review: { in: 'under_review', may: 'duty_officer', unless: 'decided_before' },

  withdraw: { in: `${unanswered} declined replied`, may: 'worker' },
  resume: { in: 'withdrawn', may: 'worker' },
  reinstate: { in: 'withdrawn', may: 'department_head', unless: 'handler decided_before' },
  confirm_withdrawal: { in: 'withdrawn', may: 'department_head', unless: 'handler decided_before' },
  lose_handler: { in: 'dispatched investigating mediating referred drafting', may: 'system clock' },
  archive: { in: 'closed', may: 'clock' },

  ask_extension: { in: 'investigating mediating referred drafting', may: 'handler' },
  extend: { in: 'investigating mediating referred drafting', may: 'chair', unless: 'handler decided_before' },
  refuse_extension: {
    in: 'investigating mediating referred drafting',
    may: 'chair',
    unless: 'handler',
  },
  supervise: { in: `${unanswered} withdrawn`, may: 'supervisor deputy_chair chair clock' },
  lift_supervision: { in: `${unanswered} withdrawn`, may: 'supervisor chair', unless: 'decided_before' },
  declare_danger: { in: open, may: everyCaseRole },
  lift_danger: { in: open, may: 'department_head deputy_chair chair', unless: 'warner handler' },
  say_danger: { in: open, may: 'worker' },
  note: { in: living, may: everyCaseRole },
  phone: { in: living, may: 'duty_officer handler department_head' },
  visit: { in: living, may: 'duty_officer handler department_head' },
  not_reached: { in: living, may: 'duty_officer handler department_head' },
  go_on: { in: 'needs_info', may: 'duty_officer' },
  open_originals: { in: living, may: 'duty_officer handler' },
  look_at_identity: { in: living, may: 'duty_officer handler' },
  ask_consent: {
    in: 'accepted dispatched investigating mediating referred drafting in_review sign_off',
    may: 'duty_officer handler',
  },
  give_consent: { in: open, may: 'worker' },
  refuse_consent: { in: open, may: 'worker' },
  withdraw_consent: { in: living, may: 'worker' },
  pass_identity: { in: 'referred', may: 'system' },
  stop_words: { in: unanswered, may: 'duty_officer handler department_head deputy_chair chair' },
  recuse: { in: living, may: everyCaseRole, unless: 'handler' },
  write: { in: living, may: 'duty_officer handler department_head' },
  write_to_union: { in: living, may: 'worker' },

  correct: { in: open, may: 'worker' },
  report_retaliation: { in: living, may: 'worker' },
  erase_identity: { in: living, may: 'worker' },
  erase_words: { in: living, may: 'worker' },
  seal_identity: { in: living, may: 'worker' },
  open_identity: { in: living, may: 'worker' },
  replace_receipt: { in: living, may: 'worker' },
}

const standings: Relation[][] = [
  [],
  ['in_scope'],
  ['in_scope', 'handler'],
  ['in_scope', 'drafter'],
  ['in_scope', 'reviewer'],
  ['in_scope', 'proposer'],
  ['in_scope', 'warner'],
  ['in_scope', 'asker'],
  ['in_scope', 'releaser'],
  ['in_scope', 'decided_before'],
  ['in_scope', 'former_handler'],
  ['in_scope', 'recused'],
  ['in_scope', 'handler', 'drafter'],
  ['in_scope', 'handler', 'former_handler'],
  ['in_scope', 'handler', 'recused'],
  ['handler'],
  ['recused'],
]

const others = ['worker', 'clock', 'system'] as const

function isExpected(action: Action, state: State, who: string, standing: Relation[]): boolean {
  const { in: within, may, unless = '' } = rules[action]
  if (!within.split(' ').includes(state) || !may.split(' ').includes(who)) return false
  if (others.some((other) => other === who)) return true
  if (standing.includes('recused') || !standing.includes('in_scope')) return false
  if (standing.some((relation) => unless.split(' ').includes(relation))) return false
  return who !== 'handler' || standing.includes('handler')
}

test('every act of the grievance has its rule here', () => {
  expect(actions.toSorted()).toEqual(Object.keys(rules).toSorted())
})

test.each(actions)('%s: in every state, by everybody, however he stands to the case', (action) => {
  const wrong: string[] = []
  for (const state of states)
    for (const who of [...roles, ...others])
      for (const standing of standings) {
        const allowed = mayAct(action, state, who, new Set(standing))
        if (allowed !== isExpected(action, state, who, standing))
          wrong.push(`${who} (${standing.join(', ') || 'out of scope'}) in ${state}: ${allowed}`)
      }
  expect(wrong).toEqual([])
})

test('administrators and auditors do nothing with cases', () => {
  for (const action of actions)
    for (const state of states)
      for (const who of ['administrator', 'auditor'] as const)
        expect(mayAct(action, state, who, new Set(['in_scope', 'handler']))).toBe(false)
})

test('nothing happens any more to an archived case', () => {
  for (const action of actions)
    for (const who of [...roles, ...others])
      expect(mayAct(action, 'archived', who, new Set(['in_scope', 'handler']))).toBe(false)
})
