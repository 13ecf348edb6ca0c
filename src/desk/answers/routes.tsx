import { staffFactory } from '../../env.ts'
import { lookThrough } from '../../exports/looking-through.ts'
import { formsByTitle } from '../../forms/listing.ts'
import { readsAnyCase } from '../../orgs/roles.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, urls } from '../../urls.ts'
import { NoCasesPage } from '../work/no-cases-page.tsx'
import { AnswersPage } from './answers-page.tsx'
import { answerFilesOf } from './file-routes.tsx'
import { FormsToTake } from './forms-to-take.tsx'
import { openForm, queryOf } from './opened-form.ts'
import { summaries } from './summary-routes.tsx'
import { tables } from './table-routes.tsx'

export const takingAnswers = staffFactory.createApp()

takingAnswers.route('/', tables)
takingAnswers.route('/', answerFilesOf)
takingAnswers.route('/', summaries)

takingAnswers.get(urls.deskForms, async (c) => {
  const { view, staff, db } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  return c.html(<FormsToTake view={view} staff={staff} forms={await formsByTitle(db)} />)
})

takingAnswers.get(patterns.deskAnswers, async (c) => {
  const { view, staff } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const opened = await openForm(c, c.req.param('id'), queryOf(c))
  if (!opened) return problem(c, 'notFound')
  const after = c.req.query('after')
  const { versions, wanted, asked } = opened
  const isRead = Object.keys(asked.errors).length === 0
  const look = isRead
    ? await lookThrough(c.var, wanted, versions, { after, mostOpened: c.env.answersInFile })
    : null
  return c.html(
    <AnswersPage view={view} staff={staff} opened={opened} look={look} paged={after !== undefined} />,
  )
})
