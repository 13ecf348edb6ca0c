import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { partsOf } from '../../exports/answer-parts.ts'
import { filesFor } from '../../exports/asking-for-files.ts'
import { csvText } from '../../exports/csv.ts'
import { type TakenAnswers, takeAnswers } from '../../exports/taking-answers.ts'
import { tableAsXlsx } from '../../exports/xlsx/table-as-xlsx.ts'
import { xlsxType } from '../../files/xlsx-text.ts'
import { readsAnyCase } from '../../orgs/roles.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns } from '../../urls.ts'
import { NoCasesPage } from '../work/no-cases-page.tsx'
import { openForm, queryOf } from './opened-form.ts'
import { streamed } from './streamed.ts'
import { tableWords } from './table-words.ts'
import { TablesPage } from './tables-page.tsx'

export const tables = staffFactory.createApp()

tables.get(patterns.deskAnswerTables, async (c) => {
  const { view, staff, db, now } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const opened = await openForm(c, c.req.param('id'), queryOf(c))
  if (!opened) return problem(c, 'notFound')
  const { form, wanted } = opened
  const [parts, files] = await Promise.all([
    partsOf(db, wanted, form.id, c.env.answersInFile),
    filesFor(db, staff, now),
  ])
  const hasTooMany = c.req.query('done') === 'many'
  const shown = { view, staff, opened, parts, files, hasTooMany }
  return c.html(<TablesPage {...shown} />)
})

/** A part as CSV: of who reads no case, or no such one, there is none. */
tables.post(patterns.deskAnswersCsv, async (c) => {
  const taken = await takenBy(c, c.req.param('id'))
  if (!taken) return problem(c, 'notFound')
  return answerTable(c, streamed(csvText(taken)), 'text/csv; charset=utf-8', nameOf(taken, 'csv'))
})

/** The same for spreadsheets. */
tables.post(patterns.deskAnswersXlsx, async (c) => {
  const taken = await takenBy(c, c.req.param('id'))
  if (!taken) return problem(c, 'notFound')
  const { view, now } = c.var
  const pieces = tableAsXlsx(taken, view.m.answers.sheet, now)
  return answerTable(c, streamed(pieces), xlsxType, nameOf(taken, 'xlsx'))
})

async function takenBy(c: Context<StaffEnv>, id: string): Promise<(TakenAnswers & { slug: string }) | null> {
  const { view, staff } = c.var
  const posted = await readForm(c)
  const opened = await openForm(c, id, (name) => posted?.get(name) ?? '')
  if (!opened || Object.keys(opened.asked.errors).length > 0) return null
  const { form, wanted } = opened
  const taken = await takeAnswers(c.var, staff, {
    form,
    after: posted?.get('after') || undefined,
    inFile: c.env.answersInFile,
    narrowing: wanted.narrowing,
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
