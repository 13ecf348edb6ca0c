import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { forms, formVersions } from '../../db/tables/forms.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { isObject } from '../../forms/json.ts'
import { openOrCloseForm } from '../../forms/opening.ts'
import { type Published, publishForm, publishVersion } from '../../forms/publishing.ts'
import { staleTexts } from '../../forms/translations.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { faultInWords } from './fault-in-words.ts'
import { FormPage, FormsPage, VersionPage } from './forms-pages.tsx'

export const formPages = staffFactory.createApp()

formPages.get(urls.officeForms, wholeAdministrators, (c) => list(c))

/** A form that was not there before. */
formPages.post(urls.officeForms, wholeAdministrators, async (c) => {
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const typed = { slug: body.get('slug'), json: body.get('json') }
  const published = await publishForm(officeOf(c), typed.slug, typed.json)
  return published.ok ? toForm(c, published) : await list(c, errorsOf(c, published), typed)
})

formPages.get(patterns.officeForm, wholeAdministrators, (c) => show(c))

formPages.post(patterns.officeForm, wholeAdministrators, async (c) => {
  const form = await asked(c)
  if (!form) return problem(c, 'notFound')
  const body = await readForm(c)
  const act = body?.get('act')
  if (act !== 'open' && act !== 'close') return problem(c, 'badRequest')
  if (!(await openOrCloseForm(officeOf(c), form, act === 'open'))) return problem(c, 'forbidden')
  return c.redirect(urls.officeForm(form.id), 303)
})

formPages.post(patterns.officeFormVersions, wholeAdministrators, async (c) => {
  const form = await asked(c)
  if (!form) return problem(c, 'notFound')
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const published = await publishVersion(officeOf(c), form, body.get('json'))
  return published.ok ? toForm(c, published) : await show(c, errorsOf(c, published), body.get('json'))
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

function toForm(c: Context<StaffEnv>, { formId, number }: Extract<Published, { ok: true }>) {
  return c.redirect(urls.officeForm(formId) + query({ published: number }), 303)
}

/** What is wrong with what was pasted, and where. */
function errorsOf(c: Context<StaffEnv>, refused: Extract<Published, { ok: false }>): FieldErrors {
  const { forms: t, refused: texts } = c.var.view.m.office
  switch (refused.why) {
    case 'slug_invalid':
      return { slug: t.slugInvalid }
    case 'slug_taken':
      return { slug: t.slugTaken }
    case 'not_json':
      return {
        json: refused.from ? t.notJsonFrom(refused.from.line, refused.from.column) : t.notJson,
      }
    case 'invalid': {
      const lines = refused.problems.slice(0, 8).map((it) => faultInWords(t, it))
      return { json: lines.join('\n') }
    }
    default:
      return { json: texts[refused.why] }
  }
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
      stale={isObject(current?.definition) ? await staleTexts(current.definition) : []}
      published={Number(c.req.query('published')) || undefined}
      errors={errors}
      typed={typed}
    />,
    errors.json ? 422 : 200,
  )
}
