import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../../env.ts'
import { xlsxType } from '../../../files/xlsx-text.ts'
import { withAllTexts } from '../../../forms/building/working.ts'
import { beginForm } from '../../../forms/building/working-copies.ts'
import { definitionFile } from '../../../forms/definition-files.ts'
import type { Json } from '../../../forms/json.ts'
import { readStored } from '../../../forms/stored-definitions.ts'
import { storedFrom } from '../../../forms/stored-shape.ts'
import { formOut } from '../../../forms/xlsform/form-out.ts'
import type { FieldErrors } from '../../../ui/fields/field.tsx'
import { readFormWithBytes } from '../../../ui/form-with-bytes.ts'
import { KeptWords } from '../../../ui/kept-words.ts'
import { problem } from '../../../ui/problem.tsx'
import { patterns, query, urls } from '../../../urls.ts'
import { officeOf, wholeAdministrators } from '../../guards.ts'
import { BroughtPage } from './brought-page.tsx'
import { definitionIn } from './definition-in.ts'
import { formAsItStands, type Standing } from './form-as-it-stands.ts'
import { InPage } from './in-page.tsx'
import { OutPage } from './out-page.tsx'

/** Forms as files, out and in. */
export const formFiles = staffFactory.createApp()

formFiles.get(patterns.officeFormOut, wholeAdministrators, async (c) => {
  const it = await formAsItStands(c)
  if (!it) return problem(c, 'notFound')
  const lost = xlsFormOf(it)?.lost ?? null
  return c.html(<OutPage view={c.var.view} staff={c.var.staff} it={it} lost={lost} />)
})

formFiles.get(patterns.officeFormJson, wholeAdministrators, async (c) => {
  const it = await formAsItStands(c)
  if (!it) return problem(c, 'notFound')
  const schema = new URL(urls.formSchema, c.req.url).href
  return c.body(definitionFile(it.written, schema), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${nameOf(it, 'json')}"`,
  })
})

formFiles.get(patterns.officeFormXlsx, wholeAdministrators, async (c) => {
  const it = await formAsItStands(c)
  const form = it && xlsFormOf(it)
  if (!it || !form) return problem(c, 'notFound')
  const { workbookOut } = await import('../../../forms/xlsform/workbook-out.ts')
  return c.body(await workbookOut(form), 200, {
    'Content-Type': xlsxType,
    'Content-Disposition': `attachment; filename="${nameOf(it, 'xlsx')}"`,
  })
})

/** Null of what is being changed, where it cannot be read yet. */
function xlsFormOf({ written, slug, number }: Standing) {
  const definition = readStored(storedFrom(withAllTexts(written) as Json))
  return definition && formOut(definition, { slug, number })
}

/** By its name in the address, and its number once it was published. */
function nameOf({ slug, number }: { slug: string; number: number | null }, ending: string): string {
  return `${['huying', slug, ...(number === null ? [] : [number])].join('-')}.${ending}`
}

formFiles.get(urls.officeFormFile, wholeAdministrators, (c) => asking(c))

formFiles.post(urls.officeFormFile, wholeAdministrators, async (c) => {
  const sent = await readFormWithBytes(c)
  if (!sent) return problem(c, 'badRequest')
  const { view } = c.var
  view.words = new KeptWords(sent.form)
  const read = await definitionIn(view, sent)
  if (!read.ok) return asking(c, { [read.field]: read.error })
  const begun = await beginForm(officeOf(c), sent.form.get('slug'), read.definition)
  if (begun.ok && read.lost.length > 0) {
    const clean = { ...view, words: undefined }
    return c.html(<BroughtPage view={clean} staff={c.var.staff} id={begun.id} lost={read.lost} />)
  }
  if (begun.ok) return c.redirect(urls.officeForm(begun.id) + query({ done: 'saved' }), 303)
  if (begun.why === 'not_allowed') return problem(c, 'forbidden')
  const { slugTaken, slugInvalid } = view.m.office.forms
  const again = sent.file ? { file: view.m.formFiles.in.wrong.again } : {}
  return asking(c, { ...again, slug: begun.why === 'slug_taken' ? slugTaken : slugInvalid })
})

function asking(c: Context<StaffEnv>, errors: FieldErrors = {}) {
  const page = <InPage view={c.var.view} staff={c.var.staff} errors={errors} />
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200)
}
