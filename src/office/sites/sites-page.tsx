import type { Bilingual } from '../../db/vocabulary.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { NameFields, typedName } from '../../ui/naming.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Empty, NextPage } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { formTitle } from '../forms/titles.ts'
import { OfficePage } from '../frame.tsx'
import type { Organisation } from '../scope.ts'
import { LabelField } from './label-field.tsx'
import { isFiltering, SiteFilterForm } from './site-filter.tsx'
import type { Site, SiteFilter } from './site-rows.ts'
import { filedAt, standingAside } from './site-words.ts'

interface Adding {
  org: Organisation
  forms: { id: string; definition: unknown }[]
  employers: { id: string; name: Bilingual }[]
}

interface Props {
  view: View
  staff: Staff
  sites: Site[]
  now: Date
  filter: SiteFilter
  /** All forms, to choose one by. */
  forms: { id: string; definition: unknown }[]
  more: string | undefined
  adding: Adding | null
  errors: FieldErrors
  typed: FormBody | undefined
}

export function SitesPage(props: Props) {
  const { view, staff, sites, now, filter, forms, more, adding, errors } = props
  const { office } = view.m
  const t = office.sites
  return (
    <OfficePage view={view} staff={staff} title={t.title} carries>
      <ErrorSummary view={view} errors={errors} />
      {adding && <p>{adding.org.name[view.locale]}</p>}
      <SiteFilterForm view={view} filter={filter} org={adding?.org ?? null} forms={forms} />
      {sites.length === 0 && isFiltering(filter) && <Empty title={t.noneSuch} />}
      {sites.length === 0 && !isFiltering(filter) && (
        <Empty title={t.none}>{adding ? null : <p>{t.noneLead}</p>}</Empty>
      )}
      {sites.length > 0 && <p class="hint">{t.countedHow}</p>}
      <ul class="list">
        {sites.map((it) => (
          <li>
            <a class="what" href={urls.officeSite(it.code)}>
              {it.place[view.locale]}
            </a>
            <span class="hint">
              {it.code} · {formTitle(it.definition, view.locale)} ·{' '}
              {(it.enterprise ?? it.org.name)[view.locale]}
              {it.label && ` · ${it.label}`}
              {standingAside(view, it, now)}
            </span>
            {!it.successor && <span>{filedAt(view, it)}</span>}
          </li>
        ))}
      </ul>
      {more && <NextPage view={view} href={more} />}
      <p class="row">
        {sites.length > 0 && (
          <a href={urls.officePosters + query({ org: adding?.org.id, ...filter })}>
            {isFiltering(filter) ? view.m.sites.printThese : office.poster.all}
          </a>
        )}
        <a href={urls.officeBatches + query({ org: adding?.org.id })}>{view.m.sites.batch.title}</a>
      </p>
      {adding ? (
        <AddForm {...props} {...adding} />
      ) : (
        <p>
          <a class="button" href={urls.officeOrgs}>
            {t.toOrgs}
          </a>
        </p>
      )}
    </OfficePage>
  )
}

function AddForm({ view, org, forms, employers, errors, typed }: Props & Adding) {
  const t = view.m.office.sites
  return (
    <>
      <h2>{t.addLead(org.name[view.locale])}</h2>
      <form id={carriedForm} method="post" action={urls.officeSites} novalidate>
        <Hidden name="org" value={org.id} />
        <Select
          view={view}
          name="form"
          label={t.form}
          empty={t.formMissing}
          value={typed?.get('form')}
          error={errors.form}
          options={forms.map((it) => ({ value: it.id, label: formTitle(it.definition, view.locale) }))}
        />
        <Select
          view={view}
          name="enterprise"
          label={t.enterprise}
          empty={t.noEnterprise}
          value={typed?.get('enterprise')}
          options={employers.map((it) => ({ value: it.id, label: it.name[view.locale] }))}
        />
        <NameFields
          view={view}
          at="place"
          labels={[t.placeZh, t.placeEn]}
          hint={t.placeHint}
          value={typed && typedName(typed, 'place')}
          error={errors['place-zh']}
        />
        <LabelField view={view} value={typed?.line('label')} error={errors.label} />
        <Submit>{t.add}</Submit>
      </form>
    </>
  )
}
