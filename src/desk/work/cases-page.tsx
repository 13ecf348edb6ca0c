import { type Filter, type Page, type View as Shown, views } from '../../cases/worklist.ts'
import { categories, type State } from '../../db/vocabulary.ts'
import type { Staff } from '../../orgs/staff.ts'
import { caseNumberIn } from '../../typed/number.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { Empty } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { CaseList, More } from './row.tsx'

interface Props {
  view: View
  staff: Staff
  now: Date
  filter: Filter
  found: Page
}

/** The cases of a person's scope, by a filter that is its own address. */
export function CasesPage({ view, staff, now, filter, found }: Props) {
  const t = view.m.desk.cases
  const chosen = { show: filter.view, category: filter.category, number: filter.number }
  const here = urls.deskCases + query(chosen)
  return (
    <DeskPage view={view} staff={staff} title={t.title} at="cases">
      <h1>{t.title}</h1>
      <FilterForm view={view} filter={filter} />
      {found.cases.length === 0 ? (
        <Empty title={t.emptyTitle}>
          <p>{t.empty}</p>
          <p>
            <a href={urls.deskCases}>{t.clear}</a>
          </p>
        </Empty>
      ) : (
        <CaseList view={view} now={now} lines={found.cases} />
      )}
      <More
        view={view}
        href={found.next && urls.deskCases + query({ ...chosen, after: found.next })}
        first={filter.after ? here : null}
      />
    </DeskPage>
  )
}

function FilterForm({ view, filter }: { view: View; filter: Filter }) {
  const t = view.m.desk.cases
  const { states, categories: names } = view.m.words
  const isOpen = filter.view !== 'open' || filter.category !== undefined || filter.number !== undefined
  const shown = views.map((value) => ({
    value,
    label: isOfItsOwn(value) ? t[value] : states[value],
  }))
  return (
    <details open={isOpen}>
      <summary>{t.filter}</summary>
      <form method="get" action={urls.deskCases}>
        <Select view={view} name="show" label={t.show} value={filter.view} options={shown} />
        <Select
          view={view}
          name="category"
          label={t.category}
          value={filter.category}
          options={categories.map((value) => ({ value, label: names[value] }))}
          empty={t.anyCategory}
        />
        <TextField
          view={view}
          name="number"
          label={t.number}
          hint={t.numberHint}
          value={filter.number?.toString()}
          inputmode="numeric"
          short
          optional
        />
        <Submit>{t.apply}</Submit>
      </form>
    </details>
  )
}

/** A view that is no state. */
function isOfItsOwn(view: Shown): view is Exclude<Shown, State> {
  return view === 'open' || view === 'late' || view === 'supervised' || view === 'unread'
}

/** The filter of an address; what it does not know is as if it were not there. */
export function readFilter(asked: Record<string, string>): Filter {
  const number = caseNumberIn(asked.number ?? '')
  return {
    view: views.find((known) => known === asked.show) ?? 'open',
    category: categories.find((known) => known === asked.category),
    number: number || undefined,
    after: asked.after,
  }
}
