import type { Figure } from '../../exports/answer-figures.ts'
import type { AnswerFile } from '../../exports/asking-for-files.ts'
import type { Summary } from '../../exports/summing-answers.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Empty } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { narrowingQuery } from './asked-answers.ts'
import { FigureList } from './figure-list.tsx'
import { NarrowingForm } from './narrowing-form.tsx'
import type { OpenedForm } from './opened-form.ts'
import { OwnFiles } from './own-files.tsx'
import { NarrowingKept } from './tables-page.tsx'

interface Props {
  view: View
  staff: Staff
  opened: OpenedForm
  /** How many answers there are. */
  total: number
  /** Null where they are too many to be opened at once. */
  summary: Summary | null
  figures: Figure[]
  files: AnswerFile[]
}

/** What the answers to a form came to, question by question; of many it is made in the background. */
export function SummaryPage({ view, staff, opened, total, summary, figures, files }: Props) {
  const t = view.m.answers
  const { form, asked, wanted } = opened
  const title = form.title[view.locale]
  const narrowed = narrowingQuery(wanted.narrowing)
  const summaries = files.filter(({ kind }) => kind === 'summary')
  return (
    <DeskPage view={view} staff={staff} title={`${t.toSummary} · ${title}`} at="cases">
      <ErrorSummary view={view} errors={asked.errors} />
      <p class="row">
        <a href={urls.deskAnswers(form.id) + query(narrowed)}>{title}</a>
      </p>
      <h1>{t.toSummary}</h1>
      <NarrowingForm view={view} to={urls.deskAnswerSummary(form.id)} {...opened} />
      {total === 0 && <Empty title={Object.keys(narrowed).length > 0 ? t.noneSuch : t.none} />}
      {summary && total > 0 && <FigureList view={view} summary={summary} figures={figures} />}
      {!summary && total > 0 && (
        <form method="post" action={urls.deskAnswerTables(form.id)}>
          <p>{t.sumLater(total)}</p>
          <NarrowingKept narrowed={narrowed} />
          <Hidden name="kind" value="summary" />
          <Submit>{t.sumUp}</Submit>
        </form>
      )}
      <OwnFiles view={view} form={form} files={summaries} />
    </DeskPage>
  )
}
