import type { Context } from 'hono'
import { performAsWorker } from '../cases/performing.ts'
import { type Details, detailsOf } from '../cases/vault.ts'
import { type AppEnv, factory } from '../env.ts'
import { phoneNumber } from '../typed/phone.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import type { FormBody } from '../ui/form-body.ts'
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
  const stored = await detailsOf(c.var, it.case.id)
  if (!stored) return c.redirect(urls.follow, 303)
  return c.html(<ContactPage view={c.var.view} it={it} rows={rowsOf(c, it, stored)} />)
})

contact.post(urls.followContact, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const stored = await detailsOf(c.var, it.case.id)
  const rows = rowsOf(c, it, stored ?? {}).map((row) => ({ ...row, value: typed(form, row) }))
  const errors = errorsOf(c, rows)
  if (Object.keys(errors).length > 0)
    return c.html(<ContactPage view={c.var.view} it={it} rows={rows} errors={errors} />, 422)
  const details = Object.fromEntries(
    rows.filter(({ value }) => value).map(({ name, value }) => [name, value]),
  )
  const refused = () =>
    c.html(<ContactPage view={c.var.view} it={it} rows={rows} errors={refusal(c, rows)} />, 409)
  // Deleted meanwhile on another page: it stays so, and what was typed stays in its fields.
  if (!stored) return refused()
  if (!isSame(details, stored)) {
    const outcome = await performAsWorker(c.var, it.subject, 'correct', {
      reason: c.var.view.m.follow.contact.noted,
      details,
    })
    if (!outcome.ok) return outcome.why === 'too_often' ? tooOften(c, it, rows) : refused()
  }
  return c.redirect(urls.follow + query({ done: 'contact' }), 303)
})

function tooOften(c: Context<AppEnv>, it: Followed, rows: Rows) {
  const { view, rules } = c.var
  askUntilTomorrow(c)
  const wait = <TooOften view={view} settings={rules.settings} />
  return c.html(<ContactPage view={view} it={it} rows={rows} wait={wait} />, 429)
}

type Rows = ReturnType<typeof rowsOf>

/** As the form would have taken it: a name in one line, a number as it is dialled. */
function typed(form: FormBody, { name, type }: Rows[number]): string {
  if (type === 'long_text') return form.get(name)
  const line = form.line(name)
  return (type === 'phone' && phoneNumber(line)) || line
}

const rowsOf = (c: Context<AppEnv>, it: Followed, stored: Details) => filledIn(c.var.view, it).contact(stored)

function errorsOf(c: Context<AppEnv>, rows: Rows): FieldErrors {
  const words = c.var.view.m.follow
  const tooLong = rows.filter(({ value }) => value.length > longest)
  if (tooLong.length > 0)
    return Object.fromEntries(tooLong.map(({ name }) => [name, words.errors.tooLong(longest)]))
  const wrong = rows.filter(({ type, value }) => type === 'phone' && value && !phoneNumber(value))
  if (wrong.length > 0) return Object.fromEntries(wrong.map(({ name }) => [name, words.errors.notAPhone]))
  const first = rows[0]
  return first && rows.every(({ value }) => !value) ? { [first.name]: words.contact.empty } : {}
}

function refusal(c: Context<AppEnv>, rows: Rows): FieldErrors {
  const first = rows[0]
  return first ? { [first.name]: c.var.view.m.follow.errors.notAllowed } : {}
}

function isSame(a: Details, b: Details): boolean {
  const sorted = (details: Details) => JSON.stringify(Object.entries(details).sort())
  return sorted(a) === sorted(b)
}
