import { asc, desc, eq, notInArray } from 'drizzle-orm'
import type { Context } from 'hono'
import { quotaOf } from '../../cases/seats/setting-quotas.ts'
import { forms, formVersions, workingCopies } from '../../db/tables/forms.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { englishLeft } from '../../forms/building/translating.ts'
import { workingFrom } from '../../forms/building/working.ts'
import { beginForm, workingCopyOf } from '../../forms/building/working-copies.ts'
import { isObject } from '../../forms/json.ts'
import { mayBeFull } from '../../forms/meaning.ts'
import { limitForm, openOrCloseForm } from '../../forms/opening.ts'
import { inAll } from '../../forms/quota-keys.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import { staleTexts } from '../../forms/translations.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { type FormBody, readForm } from '../../ui/form-body.ts'
import { KeptWords } from '../../ui/kept-words.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { readDays } from '../days-form.tsx'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { type BegunWith, begunWith, templateChoices } from './begun-with.ts'
import { currentVersion } from './current-version.ts'
import { FormHome } from './form-home.tsx'
import { takeSeats } from './form-seats.tsx'
import { FormsPage, type Listed } from './forms-pages.tsx'
import { inWords } from './making/in-words.ts'
import { pairIn } from './making/text-pair.tsx'
import { definitionIn } from './making/text-task.tsx'
import { formTitle } from './titles.ts'

export const formPages = staffFactory.createApp()

formPages.get(urls.officeForms, wholeAdministrators, (c) => list(c))

/** A form that was not there before: from a template, from another form, from what was pasted, or from nothing. */
formPages.post(urls.officeForms, wholeAdministrators, async (c) => {
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  c.var.view.words = new KeptWords(body)
  const begun = await beginning(c, body)
  if ('errors' in begun) return list(c, begun.errors)
  const { refused, forms: t } = c.var.view.m.office
  const form = await beginForm(officeOf(c), begun.slug, begun.definition)
  if (form.ok) return c.redirect(urls.officeForm(form.id), 303)
  if (form.why === 'not_allowed') return list(c, { slug: refused.not_allowed })
  return list(c, { slug: form.why === 'slug_taken' ? t.slugTaken : t.slugInvalid })
})

async function beginning(c: Context<StaffEnv>, body: FormBody): Promise<BegunWith | { errors: FieldErrors }> {
  const { m } = c.var.view
  const json = body.get('json')
  const slug = body.get('slug')
  if (json) {
    const read = definitionIn(c.var.view, json)
    return 'error' in read ? { errors: { json: read.error } } : { ...read, slug }
  }
  const begun = await begunWith(c, { from: body.get('from'), title: pairIn(body, 'title'), slug })
  return begun ?? { errors: { 'title-zh': m.questions.errors.required(m.builder.titleZh) } }
}

formPages.get(patterns.officeForm, wholeAdministrators, (c) => show(c))

formPages.post(patterns.officeForm, wholeAdministrators, async (c) => {
  const form = await asked(c)
  if (!form) return problem(c, 'notFound')
  const body = await readForm(c)
  const act = body?.get('act')
  if (body && act === 'dates') return dated(c, form, body)
  if (body && act === 'seats') return seated(c, form, body)
  if (act !== 'open' && act !== 'close') return problem(c, 'badRequest')
  if (!(await openOrCloseForm(officeOf(c), form, act === 'open'))) return problem(c, 'forbidden')
  return c.redirect(urls.officeForm(form.id), 303)
})

async function dated(c: Context<StaffEnv>, form: { id: string; slug: string }, body: FormBody) {
  // Its texts alone: boxes on this page belong to other forms.
  c.var.view.words = new KeptWords(body, false)
  const days = readDays(c.var.view, body)
  if (!days) return show(c, { until: c.var.view.m.builder.dates.wrong })
  if (!(await limitForm(officeOf(c), form, days))) return problem(c, 'forbidden')
  return c.redirect(urls.officeForm(form.id) + query({ done: 'dates' }), 303)
}

/** How many it takes, as it was typed; one that is never full takes everybody. */
async function seated(c: Context<StaffEnv>, form: { id: string; slug: string }, body: FormBody) {
  const current = await currentVersion(c, form.id)
  const definition = readStored(current?.definition)
  if (!definition || !mayBeFull(definition)) return problem(c, 'badRequest')
  c.var.view.words = new KeptWords(body)
  const isSet = await takeSeats(c, form, body)
  if (isSet === 'wrong') return show(c, { seats: c.var.view.m.seats.setting.wrong })
  return isSet
    ? c.redirect(urls.officeForm(form.id) + query({ done: 'seats' }), 303)
    : problem(c, 'forbidden')
}

async function asked(c: Context<StaffEnv>) {
  return await c.var.db
    .select()
    .from(forms)
    .where(eq(forms.id, c.req.param('id') ?? ''))
    .get()
}

async function list(c: Context<StaffEnv>, errors: FieldErrors = {}) {
  const { view, db, staff } = c.var
  const published = await db
    .select({
      id: forms.id,
      slug: forms.slug,
      open: forms.open,
      number: formVersions.number,
      definition: formVersions.definition,
      turn: workingCopies.turn,
    })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(workingCopies, eq(workingCopies.id, forms.id))
    .orderBy(asc(forms.slug))
    .limit(100)
  const begun = await db
    .select()
    .from(workingCopies)
    .where(notInArray(workingCopies.id, db.select({ id: forms.id }).from(forms)))
    .orderBy(asc(workingCopies.slug))
    .limit(100)
  const rows: Listed[] = [
    ...begun.map(({ id, slug, definition }) => ({
      ...{ id, slug, published: null, isInWork: true },
      title: inWords(view, workingFrom(definition).title, slug),
    })),
    ...published.map(({ id, slug, open, number, definition, turn }) => ({
      ...{ id, slug, published: { open, number }, isInWork: turn !== null },
      title: formTitle(definition, view.locale),
    })),
  ]
  const isWrong = Object.keys(errors).length > 0
  const page = {
    ...{ view, staff, errors },
    forms: rows,
    isTyped: isWrong,
    templates: await templateChoices(view),
  }
  return c.html(<FormsPage {...page} />, isWrong ? 422 : 200)
}

async function show(c: Context<StaffEnv>, errors: FieldErrors = {}) {
  const { view, db, staff } = c.var
  const [form, copy] = await Promise.all([asked(c), workingCopyOf(db, c.req.param('id') ?? '')])
  if (!form && !copy) return problem(c, 'notFound')
  const { id, number, publishedAt, formId } = formVersions
  const [versions, current] = form
    ? await Promise.all([
        db
          .select({ id, number, publishedAt })
          .from(formVersions)
          .where(eq(formId, form.id))
          .orderBy(desc(number))
          .limit(50),
        currentVersion(c, form.id),
      ])
    : [[], undefined]
  const page = {
    ...{ view, staff, versions, copy },
    form: form ?? null,
    definition: current?.definition,
    english: copy ? await englishLeft(workingFrom(copy.definition)) : { missing: 0, stale: 0 },
    stale: !copy && isObject(current?.definition) ? await staleTexts(current.definition) : [],
    done: doneIn(c),
    errors,
    seats: form ? await quotaOf(db, form.id, inAll) : null,
  }
  return c.html(<FormHome {...page} />, Object.keys(errors).length > 0 ? 422 : 200)
}

function doneIn(c: Context<StaffEnv>): string | undefined {
  const { builder, seats } = c.var.view.m
  const number = Number(c.req.query('published'))
  if (number) return builder.publish.published(number)
  if (c.req.query('done') === 'discarded') return builder.discarded
  if (c.req.query('done') === 'dates') return builder.dates.saved
  if (c.req.query('done') === 'seats') return seats.setting.saved
  return c.req.query('done') ? builder.saved : undefined
}
