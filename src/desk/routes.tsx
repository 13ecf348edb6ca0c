import { readPart } from '../cases/history-part.ts'
import { loadForStaff } from '../cases/loading.ts'
import { readByStaff } from '../cases/reading.ts'
import { watchedBy } from '../cases/watching.ts'
import { listCases, myWork } from '../cases/worklist.ts'
import { staffFactory } from '../env.ts'
import { readsAnyCase } from '../orgs/roles.ts'
import { problem } from '../ui/problem.tsx'
import { patterns, urls } from '../urls.ts'
import { CasePage } from './case/case-page.tsx'
import { openCase } from './case/load.ts'
import { stepOutcome } from './case/outcome-notice.tsx'
import { takeAct } from './case/take-act.ts'
import { CasesPage, readFilter } from './work/cases-page.tsx'
import { NoCasesPage } from './work/no-cases-page.tsx'
import { WorkPage } from './work/work-page.tsx'

export const desk = staffFactory.createApp()

desk.get(urls.desk, async (c) => {
  const { view, staff, db, now } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const after = c.req.query('after')
  const [work, watched] = await Promise.all([myWork(db, staff, { after }), watchedBy(db, staff)])
  return c.html(
    <WorkPage
      view={view}
      staff={staff}
      now={now}
      work={work}
      watched={watched}
      paged={after !== undefined}
      done={c.req.query('done')}
    />,
  )
})

desk.get(urls.deskCases, async (c) => {
  const { view, staff, db, now } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const filter = readFilter(c.req.query())
  const found = await listCases(db, staff, filter)
  return c.html(<CasesPage view={view} staff={staff} now={now} filter={filter} found={found} />)
})

desk.get(patterns.deskCase, async (c) => {
  const { view, staff, now } = c.var
  const subject = await loadForStaff(c.var, staff, c.req.param('id'))
  if (!subject) return problem(c, 'notFound')
  const opened = await openCase(c.var, view, staff, subject, readPart(c.req.query()))
  const outcome = await stepOutcome(c.var, view, staff, opened, c.req.query('done'))
  if (subject.case.readBy) {
    const ids = opened.messages.filter((it) => it.fromWorker && !it.readAt).map(({ id }) => id)
    c.env.later(readByStaff(c.var, staff, subject, ids))
  }
  return c.html(<CasePage view={view} staff={staff} now={now} opened={opened} outcome={outcome} />)
})

desk.post(patterns.deskAct, takeAct)
