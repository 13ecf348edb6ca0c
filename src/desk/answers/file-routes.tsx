import type { Context } from 'hono'
import { answerFileKinds } from '../../db/tables/answer-files.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { figuresOf } from '../../exports/answer-figures.ts'
import { askForFile, fileFor } from '../../exports/asking-for-files.ts'
import { openFile, openSummary } from '../../exports/opening-files.ts'
import { xlsxType } from '../../files/xlsx-text.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { narrowingQuery } from './asked-answers.ts'
import { FilePage } from './file-page.tsx'
import { openForm } from './opened-form.ts'
import { streamed } from './streamed.ts'

export const answerFilesOf = staffFactory.createApp()

/** Has the answers made into one file; nothing is made of none. */
answerFilesOf.post(patterns.deskAnswerTables, async (c) => {
  const posted = await readForm(c)
  const opened = await openForm(c, c.req.param('id'), (name) => posted?.get(name) ?? '')
  if (!opened || Object.keys(opened.asked.errors).length > 0) return problem(c, 'notFound')
  const { form, wanted } = opened
  const kind = answerFileKinds.find((known) => known === posted?.get('kind')) ?? 'xlsx'
  const { locale } = c.var.view
  const file = await askForFile(c.var, wanted, { form, kind, locale, inSlice: c.env.answersInFile })
  if (!file) return problem(c, 'notFound')
  if (file === 'many') {
    const back = { ...narrowingQuery(wanted.narrowing), done: 'many' }
    return c.redirect(urls.deskAnswerTables(form.id) + query(back), 303)
  }
  c.env.later(c.env.wake({ kind: 'answer_files' }))
  return c.redirect(urls.deskAnswerTable(form.id, file.id), 303)
})

answerFilesOf.get(patterns.deskAnswerTable, async (c) => {
  const { id, table } = c.req.param()
  const found = await fileOf(c, id, table)
  if (!found) return problem(c, 'notFound')
  const { view, staff } = c.var
  const { form, versions, file: it } = found
  const isSummed = it.kind === 'summary' && it.state === 'ready'
  const summary = isSummed ? await openSummary(c.var, c.env.files, it) : undefined
  const figures = summary ? figuresOf(versions, summary, { locale: view.locale, ...view.m.common }) : []
  return c.html(<FilePage {...{ view, staff, form, file: it, summary, figures }} />)
})

/** The file itself, for who asked for it and may still have it. */
answerFilesOf.post(patterns.deskAnswerTable, async (c) => {
  const { view, staff } = c.var
  const { id, table: fileId } = c.req.param()
  const found = await fileOf(c, id, fileId)
  if (found?.file.state !== 'ready' || found.file.kind === 'summary') return problem(c, 'notFound')
  const { form, file } = found
  const pieces = await openFile(c.var, c.env.files, staff, { form, file, sheet: view.m.answers.sheet })
  if (!pieces) return c.html(<FilePage {...{ view, staff, form, file, summary: null, figures: [] }} />, 500)
  return c.body(streamed(pieces), 200, {
    'Content-Type': file.kind === 'csv' ? 'text/csv; charset=utf-8' : xlsxType,
    'Content-Disposition': `attachment; filename="huying-${form.slug}.${file.kind}"`,
  })
})

async function fileOf(c: Context<StaffEnv>, formId: string, fileId: string) {
  const { db, staff, now } = c.var
  const opened = await openForm(c, formId, () => '')
  const file = opened && (await fileFor(db, staff, fileId, now))
  return opened && file?.formId === formId ? { ...opened, file } : null
}
