import type { Page } from '../../cases/paging.ts'
import type { Stories } from '../../cases/stories.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Empty } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { SearchBox } from '../search/search-form.tsx'
import { type Asked, queryOf } from './asked.ts'
import { FilterForm, Narrowed, Views } from './filters.tsx'
import { CaseList, More } from './row.tsx'

interface Props {
  view: View
  staff: Staff
  now: Date
  asked: Asked
  found: Page
  stories: Stories
}

/** The cases of a person's scope, by a filter that is its own address. */
export function CasesPage({ view, staff, now, asked, found, stories }: Props) {
  const t = view.m.desk.cases
  const chosen = queryOf(asked)
  const isToChoose = asked.typed !== '' && asked.employer === null
  return (
    <DeskPage view={view} staff={staff} title={t.title} at="cases">
      <h1>{t.title}</h1>
      <SearchBox view={view} />
      <Views view={view} staff={staff} asked={asked} />
      <FilterForm view={view} staff={staff} asked={asked} />
      <Narrowed view={view} asked={asked} />
      {!isToChoose && found.cases.length === 0 && (
        <Empty title={t.emptyTitle}>
          <p>{t.empty}</p>
          <p class="row">
            <a href={urls.deskCases}>{t.clear}</a>
          </p>
        </Empty>
      )}
      {found.cases.length > 0 && (
        <CaseList view={view} staff={staff} now={now} lines={found.cases} stories={stories} />
      )}
      <More
        view={view}
        href={found.next && urls.deskCases + query({ ...chosen, after: found.next })}
        first={asked.filter.after ? urls.deskCases + query(chosen) : null}
      />
      <p class="row">
        <a href={urls.deskForms}>{view.m.answers.toForms}</a>
      </p>
    </DeskPage>
  )
}
