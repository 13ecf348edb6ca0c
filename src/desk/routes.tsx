import type { Context } from 'hono'
import { mayFetchOriginals } from '../cases/fetching-originals.ts'
import { readFile } from '../cases/filed/kept-files.ts'
import { readPart } from '../cases/history-part.ts'
import { listCases } from '../cases/listing-cases.ts'
import { loadForStaff } from '../cases/loading.ts'
import { overseenBy } from '../cases/overseeing.ts'
import { readByStaff } from '../cases/reading.ts'
import { type Stories, storiesOf } from '../cases/stories.ts'
import { tellUnreadable } from '../cases/telling-unreadable.ts'
import { watchedBy } from '../cases/watching.ts'
import { myWork } from '../cases/worklist.ts'
import { type StaffEnv, staffFactory } from '../env.ts'
import { keepDraft } from '../keeping/drafts.ts'
import { readsAnyCase } from '../orgs/roles.ts'
import { answerFile } from '../ui/answer-file.ts'
import { readForm } from '../ui/form-body.ts'
import { problem } from '../ui/problem.tsx'
import { patterns, query, urls } from '../urls.ts'
import { takingAnswers } from './answers/routes.tsx'
import { begunIn } from './case/begun-words.ts'
import { CasePage } from './case/case-page.tsx'
import { openCase } from './case/load.ts'
import { stepOutcome } from './case/outcome-notice.tsx'
import { handingOver } from './case/referral-routes.tsx'
import { takeAct } from './case/take-act.ts'
import { searching } from './search/routes.tsx'
import { readAsked } from './work/asked.ts'
import { CasesPage } from './work/cases-page.tsx'
import { NoCasesPage } from './work/no-cases-page.tsx'
import { WorkPage } from './work/work-page.tsx'

export const desk = staffFactory.createApp()

desk.route('/', searching)
desk.route('/', handingOver)
desk.route('/', takingAnswers)

desk.get(urls.desk, async (c) => {
  const { view, staff, db, now } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const after = c.req.query('after')
  const paged = after !== undefined
  const [work, overseen] = await Promise.all([
    myWork(db, staff, { after }),
    paged ? null : overseenBy(db, staff),
  ])
  const [stories, watched] = await Promise.all([
    storiesOf(c.var, [...work.unread, ...work.cases]),
    paged || overseen ? null : watchedBy(db, staff),
  ])
  ringFor(c, stories)
  const shown = { work, stories, overseen, watched, paged, done: c.req.query('done') }
  return c.html(<WorkPage view={view} staff={staff} now={now} {...shown} />)
})

desk.get(urls.deskCases, async (c) => {
  const { view, staff, db, now } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const asked = await readAsked(db, { now, zone: view.zone }, c.req.query())
  // Of a name that fits several employers, or none, he chooses first.
  const found = asked.typed && !asked.employer ? nothing : await listCases(db, staff, asked.filter)
  const stories = await storiesOf(c.var, found.cases)
  ringFor(c, stories)
  return c.html(
    <CasesPage view={view} staff={staff} now={now} asked={asked} found={found} stories={stories} />,
  )
})

const nothing = { cases: [], next: null }

/** Of a list that holds what cannot be read, the administrators are told once it is shown. */
function ringFor(c: Context<StaffEnv>, stories: Stories): void {
  const unreadable = [...stories].filter(([, story]) => story === 'unreadable').map(([id]) => id)
  if (unreadable.length > 0) c.env.later(tellUnreadable(c.var, unreadable))
}

desk.get(patterns.deskCase, async (c) => {
  const { view, staff, now } = c.var
  const subject = await loadForStaff(c.var, staff, c.req.param('id'))
  if (!subject) return problem(c, 'notFound')
  const opened = await openCase(c.var, view, staff, subject, readPart(c.req.query()))
  const outcome = await stepOutcome(c.var, view, staff, opened, c.req.query())
  if (subject.case.readBy) {
    const ids = opened.messages.filter((it) => it.fromWorker && !it.readAt).map(({ id }) => id)
    c.env.later(readByStaff(c.var, staff, subject, ids))
  }
  const kept = c.req.query('done') === 'draft'
  return c.html(
    <CasePage view={view} staff={staff} now={now} opened={opened} outcome={outcome} draftKept={kept} />,
  )
})

/** A file of its thread or its answers, for who sees the case; as it came, for who has opened that. */
desk.get(patterns.deskFile, async (c) => {
  const { id, file: fileId } = c.req.param()
  const { staff } = c.var
  const subject = await loadForStaff(c.var, staff, id)
  const isOriginal = c.req.query('original') !== undefined
  const how = isOriginal ? 'original' : 'stripped'
  const may = subject && (!isOriginal || (await mayFetchOriginals(c.var, staff, subject)))
  const file = may && (await readFile(c.var, c.env.files, subject, fileId, how))
  return file ? answerFile(c, file, fileId.slice(0, 6)) : problem(c, 'notFound')
})

desk.post(patterns.deskAct, takeAct)

/** What is being written on a case; the script of the page keeps it as well, every few seconds. */
desk.post(patterns.deskDraft, async (c) => {
  const { staff } = c.var
  const subject = await loadForStaff(c.var, staff, c.req.param('id'))
  if (!subject) return problem(c, 'notFound')
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const { cipher, case: it } = subject
  await keepDraft(c.var, { staffId: staff.id, caseId: it.id, cipher }, begunIn(form))
  return c.req.header('sec-fetch-mode') === 'navigate' || form.get('step') === 'keep'
    ? c.redirect(urls.deskCase(it.id) + query({ done: 'draft' }), 303)
    : c.body(null, 204)
})
