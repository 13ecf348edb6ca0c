import { staffFactory } from '../../env.ts'
import { figuresOf } from '../../exports/answer-figures.ts'
import { partsOf } from '../../exports/answer-parts.ts'
import { filesFor } from '../../exports/asking-for-files.ts'
import { hasChosen } from '../../exports/offered-options.ts'
import { filingsAfter } from '../../exports/reading-filings.ts'
import { nothingSummed, type Summary, summed } from '../../exports/summing-answers.ts'
import { readsAnyCase } from '../../orgs/roles.ts'
import type { Scene } from '../../orgs/scene.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns } from '../../urls.ts'
import { NoCasesPage } from '../work/no-cases-page.tsx'
import type { OpenedForm } from './opened-form.ts'
import { openForm, queryOf } from './opened-form.ts'
import { SummaryPage } from './summary-page.tsx'

export const summaries = staffFactory.createApp()

summaries.get(patterns.deskAnswerSummary, async (c) => {
  const { view, staff, db, now } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const opened = await openForm(c, c.req.param('id'), queryOf(c))
  if (!opened) return problem(c, 'notFound')
  const most = c.env.answersInFile
  const { form, versions, wanted, asked } = opened
  const isRead = Object.keys(asked.errors).length === 0
  const [parts, files] = await Promise.all([
    isRead ? partsOf(db, wanted, form.id, most) : [],
    filesFor(db, staff, now),
  ])
  const total = parts.at(-1)?.last ?? 0
  const summary = total > most ? null : await summaryOf(c.var, opened, most)
  const figures = summary ? figuresOf(versions, summary, { locale: view.locale, ...view.m.common }) : []
  return c.html(<SummaryPage {...{ view, staff, opened, total, summary, figures, files }} />)
})

async function summaryOf(scene: Scene, { wanted, versions }: OpenedForm, most: number): Promise<Summary> {
  let summary = nothingSummed
  for await (const filings of filingsAfter(scene, wanted, versions, { after: undefined, most }))
    summary = summed(
      summary,
      filings.filter((it) => hasChosen(wanted.narrowing, it)),
    )
  return summary
}
