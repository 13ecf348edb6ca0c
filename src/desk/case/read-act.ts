import type { Case } from '../../cases/access.ts'
import { transition } from '../../cases/workflow.ts'
import { type Category, categories, type ReplyOutcome, replyOutcomes } from '../../db/vocabulary.ts'
import type { Messages } from '../../i18n/catalog.ts'
import type { FieldErrors } from '../../ui/fields.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { type Ask, asksOf, fieldName, type StaffAction } from './acts.ts'

/** The longest text a field takes, in characters; Chinese in two long ones would weigh more than a form may. */
export const longest = (ask: Ask) => (ask === 'channel' ? 500 : 4000)

/** A form as it was filled in; what it does not ask is empty, or as the case has it. */
export interface Filled {
  reason: string
  body: string
  channel: string
  handlerId: string
  number: number
  days: number
  workers: number
  category: Category
  complex: boolean
  outcome: ReplyOutcome
  /** Makes a message sent twice one message. */
  key: string
}

/** What somebody had filled in when his form came back, by field name. */
export interface Typed {
  action: StaffAction
  values: Record<string, string>
  errors: FieldErrors
}

/** Reads and checks an act's form; `typed` is what the page shows again when there are errors. */
export function readAct(
  action: StaffAction,
  form: FormBody,
  it: Case,
  m: Messages,
): { filled: Filled; typed: Typed } {
  const asks = asksOf(action)
  const text = (ask: Ask) => (asks.includes(ask) ? form.get(fieldName(action, ask)) : '')
  const positive = (ask: Ask) => Number(text(ask).normalize('NFKC'))
  const filled: Filled = {
    reason: text('reason'),
    body: text('body'),
    channel: text('channel'),
    handlerId: text('handler'),
    number: positive('number'),
    days: positive('days'),
    workers: asks.includes('workers') ? positive('workers') : it.workers,
    category: categories.find((known) => known === text('category')) ?? it.category,
    complex: text('complex') === 'yes',
    outcome: replyOutcomes.find((known) => known === text('outcome')) ?? 'partly',
    key: form.get('key') || crypto.randomUUID(),
  }
  const errors: FieldErrors = {}
  const values: Record<string, string> = {}
  for (const ask of asks) {
    const name = fieldName(action, ask)
    values[name] = text(ask)
    const error = errorOf(action, ask, text(ask), filled, m)
    if (error) errors[name] = error
  }
  return { filled, typed: { action, values, errors } }
}

/** The turn of the case that the person saw, or null where the page was tampered with. */
export function readTurn(form: FormBody): number | null {
  const turn = Number(form.get('turn') || Number.NaN)
  return Number.isSafeInteger(turn) && turn >= 0 ? turn : null
}

/** All the words of a form whose act is gone, kept as a note; null where there were none. */
export function asNote({ action, values }: Typed): Typed | null {
  const texts: Ask[] = ['body', 'reason', 'channel']
  const words = texts.flatMap((ask) => values[fieldName(action, ask)] || []).join('\n\n')
  return words ? { action: 'note', values: { [fieldName('note', 'reason')]: words }, errors: {} } : null
}

function errorOf(action: StaffAction, ask: Ask, value: string, filled: Filled, m: Messages) {
  const t = m.desk.fields
  const label = labelOf(action, ask, m)
  if (value.length > longest(ask)) return t.tooLong(label, longest(ask))
  switch (ask) {
    case 'reason':
      return transition(action).reason === 'required' && !value ? t.missing(label) : null
    case 'body':
    case 'channel':
      return value ? null : t.missing(label)
    case 'number':
    case 'days':
    case 'workers':
      return Number.isSafeInteger(filled[ask]) && filled[ask] > 0 ? null : t.notNumber(label)
    case 'handler':
      return value ? null : t.choose(label)
    case 'outcome':
      return replyOutcomes.some((it) => it === value) ? null : t.choose(label)
    case 'category':
      return categories.some((it) => it === value) ? null : t.choose(label)
    case 'complex':
      return null
  }
}

/** What a question is called on the page. */
export function labelOf(action: StaffAction, ask: Ask, m: Messages): string {
  return ask === 'reason' || ask === 'body' ? m.desk.acts[action].text : m.desk.fields[ask]
}
