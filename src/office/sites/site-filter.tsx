import { standings } from '../../forms/opening.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { formTitle } from '../forms/titles.ts'
import type { Organisation } from '../scope.ts'
import type { SiteFilter } from './site-rows.ts'

interface Props {
  view: View
  filter: SiteFilter
  org: Organisation | null
  forms: { id: string; definition: unknown }[]
}

/** Which sites are listed: by a word of place, employer or code, by form, and whether they are open. */
export function SiteFilterForm({ view, filter, org, forms }: Props) {
  const { office } = view.m
  const t = office.sites
  return (
    <details open={isFiltering(filter)}>
      <summary>{t.filter}</summary>
      <form method="get" action={urls.officeSites}>
        {org && <Hidden name="org" value={org.id} />}
        {filter.batch && <Hidden name="batch" value={filter.batch} />}
        <TextField view={view} name="q" type="search" label={t.query} value={filter.q} optional />
        <Select
          view={view}
          name="of"
          label={t.form}
          value={filter.of}
          empty={t.anyForm}
          options={forms.map((it) => ({ value: it.id, label: formTitle(it.definition, view.locale) }))}
        />
        <Select
          view={view}
          name="show"
          label={t.isOpen}
          value={filter.show}
          empty={t.openOrClosed}
          options={standings.map((value) => ({ value, label: view.m.sites.standings[value] }))}
        />
        <Submit>{office.search}</Submit>
      </form>
      <p class="row">
        <a href={urls.officeSites + query({ org: org?.id })}>{t.all}</a>
      </p>
    </details>
  )
}

export function isFiltering({ q, of, show, batch }: SiteFilter): boolean {
  return [q, of, show, batch].some((it) => it !== '')
}
