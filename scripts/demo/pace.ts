import type { Rules } from '../../src/orgs/rules.ts'
import { isWorkerStep } from './doing.ts'
import type { Step } from './story.ts'
import { afterwards, inOfficeHours, notPast, whenAwake } from './time.ts'

/** How long after the step before people do things, where a story does not say it. */
const usual: Record<Exclude<Step['does'], 'wait'>, string> = {
  accept: '2h',
  ask_info: '2h',
  propose_merge: '4h',
  agree_merge: '3h',
  propose_decline: '3h',
  agree_decline: '3h',
  refuse_decline: '3h',
  dispatch: '40m',
  sign_for: '90m',
  return: '3h',
  tell: '2h',
  note: '1d',
  mediate: '1d',
  refer: '1d',
  ask_consent: '1d',
  resume_handling: '1d',
  start_draft: '1d',
  submit_draft: '3h',
  send_back: '4h',
  approve: '4h',
  sign: '3h',
  refuse_signature: '4h',
  ask_extension: '1d',
  extend: '4h',
  propose_release: '1d',
  say_danger: '1d',
  supervise: '4h',
  close_partly: '1d',
  close_unsolved: '1d',
  reopen_by_union: '1d',
  take_review: '1d',
  confirm_withdrawal: '4h',
  look_at_identity: '1h',
  read: '3h',
  ask: '5h',
  give_info: '1d',
  object: '1d',
  rate: '1d',
  reopen: '6h',
  appeal: '1d',
  withdraw: '1d',
  resume: '1d',
  erase_words: '1d',
  give_consent: '5h',
  refuse_consent: '5h',
  withdraw_consent: '1d',
}

/** Where there is danger, day and night. */
const urgent: Partial<typeof usual> = { accept: '12m', dispatch: '6m', sign_for: '9m', tell: '15m' }

interface Moment {
  before: Date
  danger: boolean
  /** When the running deadline ends. */
  dueAt: Date | null
  /** Some number that differs from story to story, so that not everybody begins at half past eight. */
  spread: number
}

/**
 * When a step happens: in office hours for cadres, by day for workers, when the time is up for the clock.
 * Null when a story waits for a time that is still to come.
 */
export function whenDone(step: Step, moment: Moment, rules: Rules, now: Date): Date | null {
  const { before, danger, dueAt, spread } = moment
  if (step.does === 'wait') {
    const over = dueAt && new Date(dueAt.getTime() + 60_000)
    return over && over < now ? over : null
  }
  const atOnce = danger ? urgent[step.does] : undefined
  const at = afterwards(step.after ?? atOnce ?? usual[step.does], before, rules)
  if (step.atOnce || (atOnce && !step.after)) return notPast(now, at, before)
  const polite = isWorkerStep(step) ? whenAwake(at, spread, rules) : inOfficeHours(at, spread, rules)
  return notPast(now, polite, before)
}
