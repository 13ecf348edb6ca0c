import type { Context } from 'hono'
import { performAsWorker } from '../cases/performing.ts'
import { readReceipt } from '../cases/receipts.ts'
import { type Details, detailsOf, sealedDetailsOf } from '../cases/vault.ts'
import { type AppEnv, factory } from '../env.ts'
import { takenAnswer } from '../forms/checked-answers.ts'
import type { Question } from '../forms/fields.ts'
import { kindOf } from '../forms/kinds/all.ts'
import { dayIn } from '../orgs/zone.ts'
import { isWithin, lengthOf } from '../typed/graphemes.ts'
import { phoneNumber } from '../typed/phone.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import type { FormBody } from '../ui/form-body.ts'
import { errorText } from '../ui/questions/error-text.ts'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { ContactPage } from './contact-page.tsx'
import { filledIn } from './filled-in.ts'
import type { Followed } from './followed.ts'
import { askUntilTomorrow, TooOften } from './too-often.tsx'
import { failed, formOfCase, pageOfCase } from './visiting.tsx'

/** A worker puts right his name or number, as long as the union keeps one. */
export const contact = factory.createApp()

contact.onError(failed)

const longest = 200

contact.get(urls.followContact, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  if (it.subject.isSealed) return c.redirect(urls.followSeal, 303)
  const stored = await detailsOf(c.var, it.subject)
  if (!stored) return c.redirect(urls.follow, 303)
  return c.html(<ContactPage view={c.var.view} it={it} rows={rowsOf(c, it, stored)} />)
})

contact.post(urls.followContact, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  // Of a name that is sealed the page carries what opened it, and nothing keeps that.
  if (it.subject.isSealed) c.set('unkept', true)
  const receipt = readReceipt(form.get('receipt')) ?? undefined
  const stored = it.subject.isSealed
    ? await sealedDetailsOf(c.var, it.subject, receipt ?? '')
    : await detailsOf(c.var, it.subject)
  const before = rowsOf(c, it, stored ?? {})
  const rows = before.map((row) => asTaken(c, form, row))
  const errors = errorsOf(c, rows)
  const again = { view: c.var.view, it, rows, receipt }
  if (Object.keys(errors).length > 0) return c.html(<ContactPage {...again} errors={errors} />, 422)
  const details = Object.fromEntries(
    rows.filter(({ value }) => value).map(({ name, value }) => [name, value]),
  )
  const refused = () => c.html(<ContactPage {...again} errors={refusal(c, rows)} />, 409)
  // Deleted meanwhile on another page: it stays so, and what was typed stays in its fields.
  if (!stored) return refused()
  if (!isSame(details, stored)) {
    const outcome = await performAsWorker(c.var, it.subject, 'correct', {
      reason: c.var.view.m.follow.contact.noted,
      details,
      receipt,
    })
    if (!outcome.ok) return outcome.why === 'too_often' ? tooOften(c, again) : refused()
  }
  return c.redirect(urls.follow + query({ done: 'contact' }), 303)
})

function tooOften(c: Context<AppEnv>, again: Parameters<typeof ContactPage>[0]) {
  const { view, rules } = c.var
  askUntilTomorrow(c)
  const wait = <TooOften view={view} settings={rules.settings} />
  return c.html(<ContactPage {...again} wait={wait} />, 429)
}

type Rows = ReturnType<typeof rowsOf>

const rowsOf = (c: Context<AppEnv>, it: Followed, stored: Details) => filledIn(c.var.view, it).contact(stored)

/** As the form takes it, where it still asks, and in one field; else in one line, and what was a number as it is dialled. */
function asTaken({ var: { view, now } }: Context<AppEnv>, form: FormBody, row: Rows[number]): Taken {
  const { name, question } = row
  const line = form.line(name)
  if (!question || !isOneField(question)) return withoutQuestion(view, line, row)
  const raw = kindOf(question).read(question, form)
  if (raw === undefined || line === '') return { ...row, value: '' }
  const taken = takenAnswer(question, raw, dayIn(view.zone, now))
  if (taken.ok) return { ...row, value: String(taken.given) }
  return { ...row, value: line, error: errorText(view, question, taken.why, form) }
}

const isOneField = (question: Question) => kindOf(question).controls(question).length === 1

type Taken = Rows[number] & { error?: string }

/** What was a number stays one, also where no question asks for it any more. */
function withoutQuestion(view: View, value: string, row: Rows[number]): Taken {
  const dialled = phoneNumber(value)
  if (!isWithin(value, longest))
    return { ...row, value, error: view.m.common.tooLong(row.label, longest, lengthOf(value)) }
  if (value === '' || phoneNumber(row.value) === null) return { ...row, value }
  return dialled
    ? { ...row, value: dialled }
    : { ...row, value, error: view.m.questions.errors.not_a_phone(row.label) }
}

function errorsOf(c: Context<AppEnv>, rows: Taken[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const { name, error } of rows) if (error) errors[name] = error
  const first = rows[0]
  if (first && rows.every(({ value }) => !value)) errors[first.name] = c.var.view.m.follow.contact.empty
  return errors
}

function refusal(c: Context<AppEnv>, rows: Rows): FieldErrors {
  const first = rows[0]
  return first ? { [first.name]: c.var.view.m.follow.errors.notAllowed } : {}
}

function isSame(a: Details, b: Details): boolean {
  const sorted = (details: Details) => JSON.stringify(Object.entries(details).sort())
  return sorted(a) === sorted(b)
}
