import type { Context } from 'hono'
import { type CasePage as Loaded, loadForStaff } from '../../cases/loading.ts'
import type { Details } from '../../cases/vault.ts'
import type { Refusal, Refused } from '../../engine/process.ts'
import type { StaffEnv } from '../../env.ts'
import { showIdentity } from '../../forms/show-answers.ts'
import type { Messages } from '../../i18n/catalog.ts'
import { problem } from '../../ui/problem.tsx'
import { type Ask, asksOf, fieldName, type StaffAction } from './acts.ts'
import { CasePage } from './case-page.tsx'
import { openCase } from './load.ts'
import type { Kept } from './outcome-notice.tsx'
import { asNote, lookedName, type Typed } from './read-act.ts'

/** A form as it was sent: which act, for which turn. */
export interface Sent {
  action: StaffAction
  turn: number
}

/** 422: the form again, with its words and what is wrong with them. */
export async function again(c: Context<StaffEnv>, subject: Loaded, typed: Typed, status: 422 | 429 = 422) {
  const { view, staff, now } = c.var
  const opened = await openCase(c.var, view, staff, subject)
  return c.html(<CasePage view={view} staff={staff} now={now} opened={opened} typed={typed} />, status)
}

/**
 * The case moved on under the person's hands, or the act is not his. He is told what happened, and keeps
 * his words: in the form if it is still there, else in a note.
 */
export async function tooLate(
  c: Context<StaffEnv>,
  subject: Loaded,
  sent: Sent,
  typed: Typed,
  why: Refusal = 'not_allowed',
) {
  const { view, staff, now } = c.var
  const opened = await openCase(c.var, view, staff, subject)
  const meanwhile = opened.events.filter((event) => (event.turn ?? 0) > sent.turn)
  const still = opened.allowed.includes(sent.action)
  const note = opened.allowed.includes('note') ? asNote(typed) : null
  if (!still && note) view.words = view.words?.without(Object.keys(typed.values), note.values)
  const kept: Kept = still ? 'form' : note ? 'note' : 'nothing'
  // What was written or deleted at the same moment made no turn.
  const isOvertaken = meanwhile.length > 0 || why === 'conflict'
  const outcome = isOvertaken
    ? { kind: 'overtaken' as const, meanwhile, kept }
    : { kind: 'refused' as const, kept }
  return c.html(
    <CasePage
      view={view}
      staff={staff}
      now={now}
      opened={opened}
      outcome={outcome}
      typed={still ? { ...typed, errors: {} } : note}
    />,
    isOvertaken ? 409 : 403,
  )
}

/** What the behaviour itself refused. */
export async function refused(
  c: Context<StaffEnv>,
  { why, leak }: Refused,
  subject: Loaded,
  sent: Sent,
  typed: Typed,
) {
  if (leak) return stopped(c, subject, { ...typed, leak })
  if (why === 'too_often') return stoppedOften(c, subject, sent, typed)
  if (why === 'invalid' || why === 'reason_missing') {
    const asks = asksOf(sent.action)
    const ask = asks.find((it) => wrongOnes.includes(it)) ?? asks[0] ?? 'reason'
    const error = whyInvalid(c.var.view.m.desk.fields, sent.action)
    return again(c, subject, { ...typed, errors: { [fieldName(sent.action, ask)]: error } })
  }
  const now = await loadForStaff(c.var, c.var.staff, subject.case.id)
  return now ? tooLate(c, now, sent, typed, why) : problem(c, 'notFound')
}

/** 422: what of his words may tell who the worker is. Ticked for other words, the box is not ticked for these. */
function stopped(c: Context<StaffEnv>, subject: Loaded, typed: Typed) {
  const { view } = c.var
  view.words = view.words?.without([lookedName(typed.action)])
  return again(c, subject, typed)
}

/** The same, once he has been stopped so often that he may be guessing. */
function stoppedOften(c: Context<StaffEnv>, subject: Loaded, { action }: Sent, typed: Typed) {
  const ask = asksOf(action).find((it) => it === 'body') ?? asksOf(action)[0] ?? 'reason'
  const error = c.var.view.m.desk.stopped.spent
  return again(c, subject, { ...typed, errors: { [fieldName(action, ask)]: error } }, 429)
}

/** What can be wrong though it is filled in, where an act asks it. */
const wrongOnes: readonly Ask[] = ['number', 'handler', 'days', 'consent', 'what']

function whyInvalid(t: Messages['desk']['fields'], action: StaffAction): string {
  switch (action) {
    case 'propose_merge':
      return t.noSuchCase
    case 'agree_merge':
      return t.mergerGone
    case 'agree_release':
      return t.releaseGone
    case 'refer':
      return t.consentGone
    case 'ask_consent':
      return t.nothingToTell
    default:
      return t.invalid
  }
}

/** Who the worker is: on this one answer, which nothing keeps. */
export async function identityPage(c: Context<StaffEnv>, subject: Loaded, details: Details) {
  const { view, staff, now } = c.var
  c.set('unkept', true)
  view.words = view.words?.without([fieldName('look_at_identity', 'reason')])
  const opened = await openCase(c.var, view, staff, subject)
  const shown = showIdentity(subject.definition, details, view.locale, view.m.common)
  return c.html(<CasePage view={view} staff={staff} now={now} opened={opened} identity={shown} />)
}
