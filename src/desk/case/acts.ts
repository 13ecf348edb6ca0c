import type { GrievanceField } from '../../cases/grievance/subject.ts'
import { type Action, actions, lineOf, type processes } from '../../cases/processes.ts'
import type { Role } from '../../db/vocabulary.ts'

type Processes = typeof processes
type LineOf<A> = {
  [P in keyof Processes]: A extends keyof Processes[P]['moves'] ? Processes[P]['moves'][A] : never
}[keyof Processes]

/** What a person of the union does with a case by a form of the desk, as against the worker and the clock. */
export type StaffAction = {
  [A in Action]: LineOf<A> extends { by: readonly (infer By)[]; noun: string }
    ? Extract<By, Role> extends never
      ? never
      : A
    : never
}[Action]

/** What the form of an act can ask, beside the turn it was made for. */
export type Ask = GrievanceField

/** What is written in words. */
export const textAsks: readonly Ask[] = ['recipient', 'contact', 'purpose', 'body', 'reason', 'channel']

/** What takes a case out of hands or takes back what somebody did, so that it is never offered among the first. */
const undoing: readonly StaffAction[] = [
  'return',
  'reassign',
  'step_aside',
  'recuse',
  'confide',
  'propose_release',
  'lift_supervision',
  'lift_danger',
]

/** What answers somebody else's proposal or request, whoever has the case by then. */
const answering: readonly StaffAction[] = [
  'agree_decline',
  'refuse_decline',
  'agree_merge',
  'refuse_merge',
  'agree_release',
  'refuse_release',
  'refuse_extension',
  'reopen_for_worker',
]

/** In the order of the process, the most likely first: the order in which a case page offers them. */
export const staffActions = actions.filter((action): action is StaffAction => {
  const { by, noun } = lineOf(action)
  return noun !== undefined && by.some((who) => who !== 'worker' && who !== 'clock' && who !== 'system')
})

const byNoun = new Map(staffActions.map((action) => [nounOf(action), action]))

/** The last part of an act's address. */
export function nounOf(action: StaffAction): string {
  return lineOf(action).noun ?? action
}

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
  return (lineOf(action).asks ?? []) as readonly Ask[]
}

/** Whether somebody has to be chosen for it; who accepts a case may give it away in the same step, and need not. */
export function needsHandler(action: StaffAction): boolean {
  return action !== 'accept' && asksOf(action).includes('handler')
}

/** The name of a field on the page; several forms stand on it, so the act is part of the name. */
export function fieldName(action: StaffAction, ask: Ask): string {
  return `${nounOf(action)}-${ask}`
}

/** The acts in the order of the page, of those allowed; a look at who the worker is stands elsewhere. */
export function offered(allowed: readonly Action[]): StaffAction[] {
  return staffActions.filter((action) => action !== 'look_at_identity' && allowed.includes(action))
}

/**
 * The same in two: what this person is expected to do now or may do at any time, and what is not his turn or
 * undoes something, which is folded.
 */
export function sorted(
  actions: readonly StaffAction[],
  mine: boolean,
): { usual: StaffAction[]; rare: StaffAction[] } {
  const isAsked = actions.includes('refuse_extension')
  const isRare = (action: StaffAction) =>
    undoing.includes(action) ||
    !(mine || lineOf(action).free || answering.includes(action) || (action === 'extend' && isAsked))
  return { usual: actions.filter((it) => !isRare(it)), rare: actions.filter(isRare) }
}

/** Whether it ends a case; such a one is chosen, and never stands open by itself. */
export function ends(action: StaffAction): boolean {
  return lineOf(action).label !== undefined
}
