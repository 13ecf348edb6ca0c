import { grievance } from '../../../src/cases/grievance/process.ts'
import type { ActInput } from '../../../src/cases/performing.ts'
import type { Action } from '../../../src/cases/processes.ts'
import type { ProcessName, State } from '../../../src/db/vocabulary.ts'
import type { Name } from './people.ts'

/** One act of a story: by a person of the town, by the worker, or by years that pass. */
export type Act = { by: Name | 'worker'; action: Action; input?: ActInput } | { by: 'years' }

const reason = 'Because of the story.'
const by = (name: Name | 'worker', action: Action, input: ActInput = {}): Act => ({
  by: name,
  action,
  input: { reason, ...input },
})

/** What the bureau is told where a case is referred. */
export const told = { recipient: 'The bureau', body: 'Somebody waits for wages.' }

const accepted = [by('officer', 'accept')]
const dispatched = [...accepted, by('officer', 'dispatch', { handlerId: 'handler' })]
const investigating = [...dispatched, by('handler', 'sign_for')]
const drafting = [...investigating, by('handler', 'start_draft')]
const inReview = [
  ...drafting,
  by('handler', 'submit_draft', { body: 'The wages are paid.', outcome: 'supported' }),
]
const signOff = [...inReview, by('head', 'approve')]
const replied = [...signOff, by('deputy', 'sign')]
const closed = [...replied, by('worker', 'rate_solved', { solved: 'solved', satisfied: 'satisfied' })]

const seen = [by('officer', 'see')]

/** By which process a case comes to a state. */
export const processTo = (state: State): ProcessName => (state in grievance.states ? 'grievance' : 'register')

/** The acts that take a case from where it is filed to a state. */
export function storyTo(state: State): Act[] {
  const story = stories[state]
  if (!story) throw new Error(`No story leads to ${state}`)
  return story
}

export const stories: Partial<Record<State, Act[]>> = {
  triage: [],
  needs_info: [by('officer', 'ask_info')],
  declined: [by('officer', 'propose_decline'), by('head', 'agree_decline')],
  accepted,
  dispatched,
  investigating,
  mediating: [...investigating, by('handler', 'mediate')],
  referred: [...investigating, by('handler', 'refer', told)],
  drafting,
  in_review: inReview,
  sign_off: signOff,
  replied,
  reopened: [...replied, by('worker', 'reopen')],
  under_review: [...replied, by('worker', 'appeal')],
  closed,
  withdrawn: [by('worker', 'withdraw')],
  archived: [...closed, { by: 'years' }],
  received: [],
  seen,
  done: [...seen, by('officer', 'finish')],
}
