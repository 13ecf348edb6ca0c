import type { Look } from '../../exports/looking-through.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Empty } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { More } from '../work/row.tsx'
import { narrowingQuery } from './asked-answers.ts'
import { FilingList } from './filing-list.tsx'
import { NarrowingForm } from './narrowing-form.tsx'
import type { OpenedForm } from './opened-form.ts'

interface Props {
  view: View
  staff: Staff
  opened: OpenedForm
  /** Null where what was asked cannot be looked for. */
  look: Look | null
  /** Whether this is a further page. */
  paged: boolean
}

/** The answers to a form as far as this person sees them, the newest first. */
export function AnswersPage({ view, staff, opened, look, paged }: Props) {
  const t = view.m.answers
  const { form, asked, wanted } = opened
  const title = form.title[view.locale]
  const here = urls.deskAnswers(form.id)
  const chosen = narrowingQuery(wanted.narrowing)
  const isNarrowed = Object.keys(wanted.narrowing).length > 0
  return (
    <DeskPage view={view} staff={staff} title={title} at="cases">
      <ErrorSummary view={view} errors={asked.errors} />
      <p class="row">
        <a href={urls.deskForms}>{t.title}</a>
      </p>
      <h1>{title}</h1>
      <p class="row">
        <a class="quiet-button" href={urls.deskAnswerSummary(form.id) + query(chosen)}>
          {t.toSummary}
        </a>
        <a class="quiet-button" href={urls.deskAnswerTables(form.id) + query(chosen)}>
          {t.toTake}
        </a>
      </p>
      <NarrowingForm view={view} to={here} {...opened} />
      {look && look.filings.length > 0 && (
        <>
          <p class="quiet">{t.notSeen}</p>
          <FilingList view={view} filings={look.filings} />
        </>
      )}
      {look && look.filings.length === 0 && (
        <Empty title={look.next ? t.noneHere : isNarrowed ? t.noneSuch : t.none} />
      )}
      {look && wanted.narrowing.chosen && <p class="quiet">{t.opened(look.opened)}</p>}
      <More
        view={view}
        href={look?.next ? here + query({ ...chosen, after: look.next }) : null}
        first={paged ? here + query(chosen) : null}
      />
    </DeskPage>
  )
}
