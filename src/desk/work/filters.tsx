import { ownViews, type View as Shown, views } from '../../cases/listing-cases.ts'
import { categories } from '../../db/vocabulary.ts'
import { signsAny } from '../../orgs/roles.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { type Asked, queryOf } from './asked.ts'

interface Props {
  view: View
  staff: Staff
  asked: Asked
}

/** The looks at a list that are asked for every day, one touch each; an employer or a place that was chosen stays. */
export function Views({ view, staff, asked }: Props) {
  const t = view.m.desk.cases
  const { enterprise, under, alone } = queryOf(asked)
  return (
    <nav aria-label={t.show}>
      <ul class="looks">
        {ownViewsOf(staff).map((show) => (
          <li>
            <a
              href={urls.deskCases + query({ show, enterprise, under, alone })}
              aria-current={isShown(asked, show) ? 'true' : undefined}
            >
              {t.views[show]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The rarer ones: a state, a category, a number, an employer by name. */
export function FilterForm({ view, staff, asked }: Props) {
  const t = view.m.desk.cases
  const { states, categories: names } = view.m.words
  const { filter, employer, typed } = asked
  const own = ownViewsOf(staff)
  const shown = [
    ...own.map((value) => ({ value, label: t.views[value] })),
    ...views.flatMap((value) => (isOwn(value) ? [] : [{ value, label: states[value] }])),
  ]
  return (
    <details
      class="finer"
      open={
        !isOwn(filter.view) || filter.category !== undefined || filter.number !== undefined || typed !== ''
      }
    >
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
          name="name"
          label={t.employer}
          hint={t.employerHint}
          value={typed || employer?.name[view.locale]}
          optional
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
        {asked.under && <Hidden name="under" value={asked.under.id} />}
        {filter.under?.alone && <Hidden name="alone" value="yes" />}
        <Submit>{t.apply}</Submit>
      </form>
    </details>
  )
}

/** Which employer or place the list is narrowed to, and the way out; of a name that fits several, which one. */
export function Narrowed({ view, asked }: Omit<Props, 'staff'>) {
  const t = view.m.desk.cases
  const { employer, under, called, typed, filter } = asked
  const name = employer?.name[view.locale]
  const place = under?.name[view.locale]
  return (
    <>
      {name && (
        <p class="row">
          <span>{t.ofEmployer(name)}</span>
          <a href={urls.deskCases + query({ show: 'closed', enterprise: employer?.id })}>
            {t.endedOfEmployer}
          </a>
          <a href={urls.deskCases}>{t.clear}</a>
        </p>
      )}
      {!name && place && (
        <p class="row">
          <span>{filter.under?.alone ? t.atPlace(place) : t.underPlace(place)}</span>
          <a href={urls.deskCases + query({ show: filter.view })}>{t.everywhere}</a>
        </p>
      )}
      {!name && typed && <p>{called.length > 0 ? t.whichEmployer(typed) : t.noEmployer(typed)}</p>}
      {called.length > 0 && (
        <ul class="list">
          {called.map((it) => (
            <li>
              <a class="what" href={urls.deskCases + query({ show: filter.view, enterprise: it.id })}>
                {it.name[view.locale]}
              </a>
              <p class="quiet">{it.org.name[view.locale]}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Own = (typeof ownViews)[number]

/** Those that can show this person anything. */
function ownViewsOf(staff: Staff): Own[] {
  return ownViews.filter((one) => {
    if (one === 'mine') return staff.grants.some(({ role }) => role === 'handler')
    return one !== 'to_sign' || signsAny(staff)
  })
}

function isShown({ filter }: Asked, show: Own): boolean {
  return filter.view === show && filter.number === undefined
}

/** A view that is no state. */
function isOwn(view: Shown): view is Own {
  return ownViews.some((own) => own === view)
}
