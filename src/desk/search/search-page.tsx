import type { Staff } from '../../orgs/staff.ts'
import type { Found } from '../../search/asking.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Empty, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { More } from '../work/row.tsx'
import { Hits } from './hits.tsx'
import type { Question } from './sealed-question.ts'
import { SearchForm } from './search-form.tsx'

interface Props {
  view: View
  staff: Staff
  asked: Question
  /** What was typed, where it could not be looked for. */
  typed?: Record<string, string>
  errors?: FieldErrors
  /** Undefined where nothing was looked for yet; null where the index does not answer. */
  found?: Found | null | undefined
  /** Cases changed that the index does not know of yet. */
  isBehind?: boolean
  next?: string | null
  first?: string | null
}

/** Cases by the words that people wrote, and what is never searched. */
export function SearchPage(props: Props) {
  const { view, staff, asked, typed, errors = {}, found, isBehind, next, first } = props
  const t = view.m.search
  return (
    <DeskPage view={view} staff={staff} title={t.title} at="cases">
      <ErrorSummary view={view} errors={errors} />
      <h1>{t.title}</h1>
      <SearchForm view={view} asked={asked} typed={typed} errors={errors} />
      {found === null && (
        <Notice kind="warning" title={t.brokenTitle}>
          <p>{t.broken}</p>
          <p class="row">
            <a href={urls.deskCases}>{t.toLists}</a>
          </p>
        </Notice>
      )}
      {found && !found.isWhole && <Notice>{t.partial}</Notice>}
      {found?.isWhole && isBehind && <p class="quiet">{t.behind}</p>}
      {found && found.hits.length > 0 && <Hits view={view} hits={found.hits} />}
      {found?.hits.length === 0 && (
        <Empty title={found.next ? t.noneHere : t.none}>
          <p>{t.searched}</p>
          <p>{t.never}</p>
        </Empty>
      )}
      <More
        view={view}
        href={next ? urls.deskSearch + next : null}
        first={first ? urls.deskSearch + first : null}
      />
    </DeskPage>
  )
}
