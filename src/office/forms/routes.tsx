import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { forms, formVersions } from '../../db/tables/forms.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { forgetForms } from '../../forms/kept-forms.ts'
import { publish } from '../../forms/versions.ts'
import { auditRow } from '../../orgs/auditing.ts'
import type { FieldErrors } from '../../ui/fields.tsx'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { FormPage, FormsPage, VersionPage } from './forms-pages.tsx'

export const formPages = staffFactory.createApp()

formPages.get(urls.officeForms, wholeAdministrators, (c) => list(c))

/** A form that was not there before. */
formPages.post(urls.officeForms, wholeAdministrators, async (c) => {
  const { view, db } = c.var
  const t = view.m.office.forms
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const typed = { slug: body.get('slug'), json: body.get('json') }
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(typed.slug)) return await list(c, { slug: t.slugInvalid }, typed)
  const taken = await db.select({ id: forms.id }).from(forms).where(eq(forms.slug, typed.slug)).get()
  if (taken) return await list(c, { slug: t.slugTaken }, typed)
  const outcome = await publishJson(c, typed.slug, typed.json)
  return outcome.ok
    ? c.redirect(urls.officeForm(outcome.formId) + query({ published: outcome.number }), 303)
    : await list(c, { json: outcome.text }, typed)
})

formPages.get(patterns.officeForm, wholeAdministrators, (c) => show(c))

formPages.post(patterns.officeForm, wholeAdministrators, async (c) => {
  const body = await readForm(c)
  const form = await asked(c)
  if (!form) return problem(c, 'notFound')
  const act = body?.get('act')
  if (act !== 'open' && act !== 'close') return problem(c, 'badRequest')
  await c.var.db.batch([
    c.var.db
      .update(forms)
      .set({ open: act === 'open' })
      .where(eq(forms.id, form.id)),
    auditRow(officeOf(c), act === 'open' ? 'form_opened' : 'form_closed', form.slug),
  ])
  forgetForms()
  return c.redirect(urls.officeForm(form.id), 303)
})

formPages.post(patterns.officeFormVersions, wholeAdministrators, async (c) => {
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const form = await asked(c)
  if (!form) return problem(c, 'notFound')
  const outcome = await publishJson(c, form.slug, body.get('json'))
  return outcome.ok
    ? c.redirect(urls.officeForm(form.id) + query({ published: outcome.number }), 303)
    : await show(c, { json: outcome.text }, body.get('json'))
})

formPages.get(patterns.officeFormVersion, wholeAdministrators, async (c) => {
  const form = await asked(c)
  const version = await c.var.db
    .select()
    .from(formVersions)
    .where(
      and(eq(formVersions.formId, form?.id ?? ''), eq(formVersions.number, Number(c.req.param('number')))),
    )
    .get()
  if (!form || !version) return problem(c, 'notFound')
  const { view, staff } = c.var
  return c.html(<VersionPage view={view} staff={staff} form={form} version={version} />)
})

/** Publishes what was pasted, or tells what is wrong with it and where. */
async function publishJson(c: Context<StaffEnv>, slug: string, json: string) {
  const { db, now, view } = c.var
  const { forms: t, refused } = view.m.office
  let definition: unknown
  try {
    definition = JSON.parse(json)
  } catch (error) {
    return { ok: false as const, text: t.notJson(error instanceof Error ? error.message : '') }
  }
  const also = [auditRow(officeOf(c), 'form_published', slug)]
  const published = await publish(db, { slug, definition, now, also })
  if (published.ok) {
    forgetForms()
    return published
  }
  if (published.why === 'conflict') return { ok: false as const, text: refused.conflict }
  const lines = published.problems.slice(0, 8).map((it) => t.wrongAt(it.where || t.whole, it.what))
  return { ok: false as const, text: lines.join('\n') }
}

async function asked(c: Context<StaffEnv>) {
  return await c.var.db
    .select()
    .from(forms)
    .where(eq(forms.id, c.req.param('id') ?? ''))
    .get()
}

async function list(c: Context<StaffEnv>, errors: FieldErrors = {}, typed?: { slug: string; json: string }) {
  const { view, db, staff } = c.var
  const rows = await db
    .select({
      id: forms.id,
      slug: forms.slug,
      open: forms.open,
      number: formVersions.number,
      definition: formVersions.definition,
    })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .orderBy(asc(forms.slug))
    .limit(100)
  const page = <FormsPage view={view} staff={staff} forms={rows} errors={errors} typed={typed} />
  return c.html(page, Object.keys(errors).length ? 422 : 200)
}

async function show(c: Context<StaffEnv>, errors: FieldErrors = {}, typed?: string) {
  const { view, db, staff } = c.var
  const form = await asked(c)
  if (!form) return problem(c, 'notFound')
  const { id, number, publishedAt } = formVersions
  const versions = await db
    .select({ id, number, publishedAt })
    .from(formVersions)
    .where(eq(formVersions.formId, form.id))
    .orderBy(desc(number))
    .limit(50)
  const current = await db.select().from(formVersions).where(eq(id, form.currentVersionId)).get()
  return c.html(
    <FormPage
      view={view}
      staff={staff}
      form={form}
      versions={versions}
      definition={current?.definition}
      published={Number(c.req.query('published')) || undefined}
      errors={errors}
      typed={typed}
    />,
    errors.json ? 422 : 200,
  )
}
