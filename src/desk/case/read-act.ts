import { strictCategories } from '../../cases/grievance/categories.ts'
import type { CasePage } from '../../cases/loading.ts'
import type { ActInput } from '../../cases/performing.ts'
import { lineOf } from '../../cases/processes.ts'
import { categories, replyOutcomes, toldKinds } from '../../db/vocabulary.ts'
import type { Leak } from '../../engine/leaks.ts'
import { catalogs, type Messages } from '../../i18n/catalog.ts'
import { isWithin, lengthOf } from '../../typed/graphemes.ts'
import { caseNumberIn, countIn } from '../../typed/number.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { fileError, lostFile } from '../../ui/file-error.ts'
import type { FormBody } from '../../ui/form-body.ts'
import type { SentFile, SentForm } from '../../ui/sent-form.ts'
import type { View } from '../../ui/view.ts'
import { type Ask, asksOf, fieldName, needsHandler, nounOf, type StaffAction } from './acts.ts'

/** The longest text a field takes, in characters; Chinese in two long ones would weigh more than a form may. */
export function longest(ask: Ask): number {
  switch (ask) {
    case 'channel':
    case 'purpose':
      return 500
    case 'recipient':
    case 'contact':
      return 100
    default:
      return 4000
  }
}

/** The box of whoever has looked at what stopped his words. */
export const lookedName = (action: StaffAction) => `${nounOf(action)}-looked`

/** What somebody had filled in when his form came back, by field name. */
export interface Typed {
  action: StaffAction
  values: Record<string, string>
  errors: FieldErrors
  /** What of its words may not leave. */
  leak?: Leak
}

/** Reads and checks an act's form; `typed` is what the page shows again when there are errors. */
export function readAct(
  action: StaffAction,
  { form, file }: SentForm,
  subject: CasePage,
  view: View,
): { input: ActInput; typed: Typed } {
  const { m } = view
  const asks = asksOf(action)
  const text = (ask: Ask) => (asks.includes(ask) ? form.get(fieldName(action, ask)) : '')
  const number = (ask: Ask, read = countIn) =>
    asks.includes(ask) ? (read(text(ask)) ?? Number.NaN) : undefined
  const input: ActInput = {
    reason: reasonOf(action, subject, text),
    body: text('body'),
    handlerId: text('handler'),
    number: number('number', caseNumberIn),
    days: number('days'),
    // Where nobody said how many there are it stays so.
    workers: text('workers') ? number('workers', peopleIn) : undefined,
    category: categories.find((known) => known === text('category')),
    confidedTo: strictCategories.find((known) => known === text('confidedTo')),
    complex: asks.includes('complex') ? text('complex') === 'yes' : undefined,
    danger: text('danger') === 'yes',
    outcome: replyOutcomes.find((known) => known === text('outcome')),
    recipient: text('recipient'),
    contact: text('contact'),
    purpose: text('purpose'),
    what: toldKinds.find((known) => known === text('what')),
    consentId: text('consent') || undefined,
    looked: form.get(lookedName(action)),
    key: form.get('key') || crypto.randomUUID(),
  }
  const errors: FieldErrors = {}
  const values: Record<string, string> = {}
  for (const ask of asks) {
    const name = fieldName(action, ask)
    values[name] = text(ask)
    const error = ask === 'file' ? fileErrorOf(view, file) : errorOf(action, ask, text(ask), input, m)
    if (error) errors[name] = error
  }
  // A file stands for itself.
  if (file && asks.includes('file') && !text('body')) delete errors[fieldName(action, 'body')]
  const lost = Object.keys(errors).length > 0 && file?.ok && lostFile(view, file)
  if (lost) errors[fieldName(action, 'file')] = lost
  return { input, typed: { action, values, errors } }
}

const fileErrorOf = (view: View, file: SentFile | null) =>
  file?.ok === false ? fileError(view, file.why) : null

const peopleIn = (text: string) => countIn(text, ['人', 'people'])

/** A reason with what else belongs to it, as the worker will read it: in the language he filed in. */
function reasonOf(action: StaffAction, { submission }: CasePage, text: (ask: Ask) => string): string {
  const { desk, words } = catalogs[submission.locale]
  if (action === 'ask_consent') {
    const what = toldKinds.find((known) => known === text('what'))
    const told = what ? words.told[what] : ''
    return desk.fields.consentLine(text('recipient'), text('contact'), told, text('purpose'))
  }
  const channel = asksOf(action).includes('channel') ? desk.fields.channelLine(text('channel')) : ''
  return channel ? `${text('reason')}\n\n${channel}` : text('reason')
}

/** The turn of the case that the person saw, or null where the page was tampered with. */
export function readTurn(form: FormBody): number | null {
  const turn = Number(form.get('turn') || Number.NaN)
  return Number.isSafeInteger(turn) && turn >= 0 ? turn : null
}

/** All the words of a form whose act is gone, kept as a note; null where there were none. */
export function asNote({ action, values }: Typed): Typed | null {
  const texts: Ask[] = ['recipient', 'contact', 'purpose', 'body', 'reason', 'channel']
  const words = texts.flatMap((ask) => values[fieldName(action, ask)] || []).join('\n\n')
  return words ? { action: 'note', values: { [fieldName('note', 'reason')]: words }, errors: {} } : null
}

function errorOf(action: StaffAction, ask: Ask, value: string, input: ActInput, m: Messages) {
  const t = m.desk.fields
  const label = labelOf(action, ask, m)
  if (!isWithin(value, longest(ask))) return m.common.tooLong(label, longest(ask), lengthOf(value))
  switch (ask) {
    case 'reason':
      return lineOf(action).reason === 'required' && !value ? t.missing(label) : null
    case 'body':
    case 'channel':
    case 'recipient':
    case 'contact':
    case 'purpose':
      return value ? null : t.missing(label)
    case 'workers':
      return !value || isPositive(input.workers) ? null : t.notNumber(label)
    case 'number':
    case 'days':
      return isPositive(input[ask]) ? null : t.notNumber(label)
    case 'handler':
      return value || !needsHandler(action) ? null : t.choose(label)
    case 'confidedTo':
      return strictCategories.some((it) => it === value) ? null : t.choose(label)
    case 'outcome':
      return replyOutcomes.some((it) => it === value) ? null : t.choose(label)
    case 'what':
      return input.what ? null : t.choose(label)
    case 'category':
      return categories.some((it) => it === value) ? null : t.choose(label)
    case 'complex':
    case 'danger':
    case 'consent':
    case 'file':
      return null
  }
}

function isPositive(number: number | undefined): boolean {
  return number !== undefined && Number.isSafeInteger(number) && number > 0
}

/** What a question is called on the page. */
export function labelOf(action: StaffAction, ask: Ask, m: Messages): string {
  if (ask === 'file') return m.common.files.label
  if (ask === 'handler' && !needsHandler(action)) return m.desk.fields.handlerAtOnce
  if (ask === 'body' && lineOf(action).leaves === 'outside') return m.desk.fields.told
  return ask === 'reason' || ask === 'body' ? m.desk.acts[action].text : m.desk.fields[ask]
}
