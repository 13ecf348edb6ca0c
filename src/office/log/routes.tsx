import { staffFactory } from '../../env.ts'
import { urls } from '../../urls.ts'
import { logReaders } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { readAskedLog } from './asked-log.ts'
import { LogPage } from './log-page.tsx'
import { logRows } from './log-rows.ts'

const pageSize = 50

export const logPages = staffFactory.createApp()

/** The log, by a filter that is its own address. */
logPages.get(urls.officeLog, logReaders, async (c) => {
  const { view, staff, db } = c.var
  const asked = await readAskedLog(db, view.zone, c.req.query())
  // What was not understood is asked for again, and does not stand for everything.
  const isClear = asked.called === null && !asked.isNoDay
  const rows = isClear ? await logRows(db, asked.filter, pageSize + 1) : []
  const { shown, last } = pageOfRows(rows, pageSize)
  return c.html(<LogPage view={view} staff={staff} asked={asked} rows={shown} last={last?.id} />)
})
