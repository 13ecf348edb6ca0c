import type { Figure } from '../../exports/answer-figures.ts'
import type { AnswerFile } from '../../exports/asking-for-files.ts'
import type { Summary } from '../../exports/summing-answers.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { Moment, Notice, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { FigureList } from './figure-list.tsx'
import type { OpenedForm } from './opened-form.ts'

interface Props {
  view: View
  staff: Staff
  form: OpenedForm['form']
  file: AnswerFile
  /** What a summary came to; null of any file that cannot be opened any more. */
  summary: Summary | null | undefined
  figures: Figure[]
}

/** How far a file of answers has come, and the way to have it. */
export function FilePage({ view, staff, form, file, summary, figures }: Props) {
  const t = view.m.answers
  const title = `${t.kinds[file.kind]} · ${form.title[view.locale]}`
  const here = urls.deskAnswerTable(form.id, file.id)
  return (
    <DeskPage view={view} staff={staff} title={title} at="cases">
      <p class="row">
        {file.kind === 'summary' ? (
          <a href={urls.deskAnswerSummary(form.id)}>{t.toSummary}</a>
        ) : (
          <a href={urls.deskAnswerTables(form.id)}>{t.takeTitle}</a>
        )}
      </p>
      <h1>{title}</h1>
      {summary === null && (
        <Notice kind="warning" title={t.broken}>
          <p>{t.brokenText}</p>
        </Notice>
      )}
      <Standing view={view} file={file} here={here} />
      {summary && <FigureList view={view} summary={summary} figures={figures} />}
      {file.state === 'ready' && file.kind !== 'summary' && (
        <form method="post" action={urls.deskAnswerTable(form.id, file.id)}>
          <Notice kind="warning" title={t.careTitle}>
            <p>{t.care}</p>
          </Notice>
          <Submit>{t.download}</Submit>
        </form>
      )}
    </DeskPage>
  )
}

function Standing({ view, file, here }: { view: View; file: AnswerFile; here: string }) {
  const t = view.m.answers
  const { state, looked, total, rows, at, endsAt } = file
  const isOver = state === 'ended' || state === 'failed'
  return (
    <>
      {isOver && (
        <Notice kind="warning" title={t.fileStates[state]}>
          <p>{t[state]}</p>
        </Notice>
      )}
      {state === 'working' && (
        <>
          <p>{t.working}</p>
          <p>
            <progress value={looked} max={total}>
              {t.looked(looked, total)}
            </progress>
          </p>
        </>
      )}
      <SummaryList
        rows={[
          { label: t.fileStates[state], value: state === 'ready' ? t.rows(rows) : t.looked(looked, total) },
          { label: t.asked, value: <Moment view={view} at={at} /> },
          ...(isOver ? [] : [{ label: t.keptUntil, value: <Moment view={view} at={endsAt} /> }]),
        ]}
      />
      {state === 'working' && (
        <p>
          <a class="button" href={here}>
            {t.again}
          </a>
        </p>
      )}
    </>
  )
}
