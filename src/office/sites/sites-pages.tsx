import type { Bilingual } from '../../db/vocabulary.ts'
import { inFives } from '../../figures/in-fives.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { NameFields, typedName } from '../../ui/naming.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Empty, NextPage, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { formTitle } from '../forms/titles.ts'
import { OfficePage } from '../frame.tsx'
import type { Organisation } from '../scope.ts'
import { isFiltering, SiteFilterForm } from './site-filter.tsx'
import type { Site, SiteFilter } from './site-rows.ts'

interface Adding {
  org: Organisation
  forms: { id: string; definition: unknown }[]
  employers: { id: string; name: Bilingual }[]
}

interface Props {
  view: View
  staff: Staff
  sites: Site[]
  filter: SiteFilter
  /** All forms, to choose one by. */
  forms: { id: string; definition: unknown }[]
  more: string | undefined
  adding: Adding | null
  errors: FieldErrors
  typed: FormBody | undefined
}

export function SitesPage(props: Props) {
  const { view, staff, sites, filter, forms, more, adding, errors } = props
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
              {it.open ? '' : ` · ${office.closed}`}
            </span>
            <span>{filedAt(view, it)}</span>
          </li>
        ))}
      </ul>
      {more && <NextPage view={view} href={more} />}
      {adding && (
        <p class="row">
          <a href={urls.officePosters + query({ org: adding.org.id })}>{office.poster.all}</a>
        </p>
      )}
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

/** How many were filed there, told in fives. */
function filedAt({ m }: View, { filings }: Site): string {
  const { least, most } = inFives(filings)
  return least === 0 ? m.office.sites.fewer(most + 1) : m.office.sites.filed(least, most)
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
          empty=""
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
        <Submit>{t.add}</Submit>
      </form>
    </>
  )
}

export function SitePage({ view, staff, site }: { view: View; staff: Staff; site: Site }) {
  const { office } = view.m
  const t = office.sites
  const { locale } = view
  return (
    <OfficePage view={view} staff={staff} title={site.place[locale]}>
      <SummaryList
        rows={[
          { label: t.code, value: site.code },
          { label: t.form, value: formTitle(site.definition, locale) },
          { label: t.org, value: site.org.name[locale] },
          { label: t.enterprise, value: site.enterprise?.[locale] ?? t.noEnterprise },
          { label: t.filings, value: filedAt(view, site) },
        ]}
      />
      <p class="row">
        <a class="button" href={urls.officePoster(site.code)}>
          {t.poster}
        </a>
        <a href={urls.site(site.code)}>{t.toForm}</a>
      </p>
      <form method="post" action={urls.officeSite(site.code)}>
        <Hidden name="act" value={site.open ? 'close' : 'open'} />
        <Submit quiet>{site.open ? office.closeIt : office.openIt}</Submit>
      </form>
      <p class="hint">{t.closedNote}</p>
    </OfficePage>
  )
}
