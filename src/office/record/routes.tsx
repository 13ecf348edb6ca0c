import { monthsRecorded, partsOfMonth } from '../../cases/record/file-parts.ts'
import { takePart } from '../../cases/record/taking-part.ts'
import { staffFactory } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { urls } from '../../urls.ts'
import { logReaders, officeOf } from '../guards.ts'
import { FilesPage } from './files-page.tsx'

export const recordPages = staffFactory.createApp()

/** The files of a month, of the newest where no other one is asked for. */
recordPages.get(urls.officeRecord, logReaders, async (c) => {
  const { view, staff, db } = c.var
  const months = await monthsRecorded(db)
  const month = months.find((it) => it === c.req.query('month')) ?? months[0] ?? null
  const parts = month ? await partsOfMonth(db, month) : []
  return c.html(<FilesPage view={view} staff={staff} months={months} month={month} parts={parts} />)
})

recordPages.post(urls.officeRecord, logReaders, async (c) => {
  const body = await readForm(c)
  const from = body?.get('from') ?? ''
  const skip = Number(body?.get('skip'))
  const text = await takePart(officeOf(c), c.var.rules.settings.name.zh, { from, skip })
  if (text === null) return problem(c, 'badRequest')
  const name = ['huying-record', from, ...(skip > 0 ? [skip] : [])].join('-')
  c.header('Content-Disposition', `attachment; filename="${name}.jsonl"`)
  c.header('Content-Type', 'text/plain; charset=utf-8')
  return c.body(text)
})
