import { eq, or } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { staff } from '../../db/tables/orgs.ts'
import { categories, states } from '../../db/vocabulary.ts'
import { findEnterprises } from '../../forms/enterprises.ts'
import { readSiteCode } from '../../forms/site-codes.ts'
import { isPair, piecesOf } from '../../search/folded-text.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import type { View } from '../../ui/view.ts'
import { askedDay } from '../asked-day.ts'
import type { Question } from './sealed-question.ts'

/** As many characters as are looked for at once. */
const longest = 60

/** Reads the form; what cannot be looked for is said beside its field. */
export async function readQuestion(
  db: Db,
  view: View,
  form: FormBody,
): Promise<{ asked: Question; errors: FieldErrors }> {
  const t = view.m.search.faults
  const errors: FieldErrors = {}
  const words = form.line('words')
  const category = categories.find((known) => known === form.get('category'))
  const state = states.find((known) => known === form.get('state'))
  const [employer, handler] = await Promise.all([
    employerIn(db, view, form, errors),
    handlerIn(db, view, form, errors),
  ])
  const site = siteIn(form, view, errors)
  const [from, to] = [askedDay(form.get('from'), 'first'), askedDay(form.get('to'), 'last')]
  if (from === null) errors.from = t.noDay
  if (to === null) errors.to = t.noDay
  if (from && to && from > to) errors.to = t.before
  const asked: Question = {
    words: words.slice(0, 200),
    ...(category && { category }),
    ...(state && { state }),
    ...(employer && { employer }),
    ...(handler && { handler }),
    ...(site && { site }),
    ...(from && { from }),
    ...(to && { to }),
  }
  const isNarrowed = Object.keys(asked).length > 1
  if ([...words].length > longest) errors.words = t.tooLong(longest)
  else if (words !== '' && !piecesOf(words).some(isPair)) errors.words = t.tooShort
  else if (words === '' && !isNarrowed && Object.keys(errors).length === 0) errors.words = t.nothing
  return { asked, errors }
}

async function employerIn(
  db: Db,
  view: View,
  form: FormBody,
  errors: FieldErrors,
): Promise<Question['employer']> {
  const typed = form.line('employer')
  if (!typed) return undefined
  const called = await findEnterprises(db, typed)
  const meant =
    called.length === 1 ? called[0] : called.find(({ name }) => Object.values(name).includes(typed))
  if (meant) return { id: meant.id, name: meant.name[view.locale] }
  const { noEmployer, whichEmployer } = view.m.search.faults
  const names = called.map(({ name }) => name[view.locale])
  errors.employer = names.length > 0 ? whichEmployer(names) : noEmployer
  return undefined
}

async function handlerIn(
  db: Db,
  view: View,
  form: FormBody,
  errors: FieldErrors,
): Promise<Question['handler']> {
  const name = form.line('handler')
  if (!name) return undefined
  const called = await db
    .select({ id: staff.id })
    .from(staff)
    .where(or(eq(staff.name, name), eq(staff.email, name)))
    .limit(2)
  const [one, ...others] = called
  const { noHandler, whichHandler } = view.m.search.faults
  if (one && others.length === 0) return { id: one.id, name }
  errors.handler = one ? whichHandler : noHandler
  return undefined
}

function siteIn(form: FormBody, view: View, errors: FieldErrors): string | undefined {
  const typed = form.get('site')
  if (!typed) return undefined
  const code = readSiteCode(typed)
  if (!code) errors.site = view.m.search.faults.noSite
  return code ?? undefined
}
