import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { partsOf } from '../../exports/answer-parts.ts'
import { csvText } from '../../exports/csv.ts'
import { type TakenAnswers, takeAnswers } from '../../exports/taking-answers.ts'
import { formsByTitle } from '../../forms/listing.ts'
import { readsAnyCase } from '../../orgs/roles.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, urls } from '../../urls.ts'
import { NoCasesPage } from '../work/no-cases-page.tsx'
import { AnswersPage } from './answers-page.tsx'
import { FormsToTake } from './forms-to-take.tsx'
import { streamed } from './streamed.ts'
import { tableWords } from './table-words.ts'

export const takingAnswers = staffFactory.createApp()

takingAnswers.get(urls.deskForms, async (c) => {
  const { view, staff, db } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  return c.html(<FormsToTake view={view} staff={staff} forms={await formsByTitle(db)} />)
})

takingAnswers.get(patterns.deskAnswers, async (c) => {
  const { view, staff, db } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const form = await formOf(c, c.req.param('id'))
  if (!form) return problem(c, 'notFound')
  return c.html(
    <AnswersPage
      view={view}
      staff={staff}
      form={form}
      parts={await partsOf(db, staff, form.id, c.env.answersInFile)}
    />,
  )
})

/** A part as CSV: of who reads no case, or no such one, there is none. */
takingAnswers.post(patterns.deskAnswersCsv, async (c) => {
  const taken = await takenBy(c, c.req.param('id'))
  if (!taken) return problem(c, 'notFound')
  return answerTable(c, streamed(csvText(taken)), 'text/csv; charset=utf-8', nameOf(taken, 'csv'))
})

/** The same for spreadsheets, by a library that no other page evaluates. */
takingAnswers.post(patterns.deskAnswersXlsx, async (c) => {
  const taken = await takenBy(c, c.req.param('id'))
  if (!taken) return problem(c, 'notFound')
  const { xlsxStream, xlsxType } = await import('../../exports/xlsx.ts')
  return answerTable(c, xlsxStream(taken, c.var.view.m.desk.answers.sheet), xlsxType, nameOf(taken, 'xlsx'))
})

async function formOf({ var: { db } }: Context<StaffEnv>, id: string) {
  const forms = await formsByTitle(db)
  return forms.find((it) => it.id === id)
}

async function takenBy(c: Context<StaffEnv>, id: string): Promise<(TakenAnswers & { slug: string }) | null> {
  const { view, staff } = c.var
  const form = readsAnyCase(staff) ? await formOf(c, id) : undefined
  if (!form) return null
  const after = (await readForm(c))?.get('after') || undefined
  const taken = await takeAnswers(c.var, staff, {
    form,
    after,
    inFile: c.env.answersInFile,
    words: tableWords(view),
  })
  return taken && { ...taken, slug: form.slug }
}

/** By the name of the form in its address, and the part where there are several. */
function nameOf({ slug, part, parts }: TakenAnswers & { slug: string }, ending: string): string {
  return `${['huying', slug, ...(parts > 1 ? [part] : [])].join('-')}.${ending}`
}

function answerTable(
  c: Context<StaffEnv>,
  body: ReadableStream<Uint8Array>,
  type: string,
  name: string,
): Response {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
