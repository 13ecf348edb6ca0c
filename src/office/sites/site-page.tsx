import { filedByMonth } from '../../figures/filed-at-sites.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { carriedForm } from '../../ui/page.tsx'
import { SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DaysForm } from '../days-form.tsx'
import { formTitle } from '../forms/titles.ts'
import { OfficePage } from '../frame.tsx'
import { SeatsForm } from '../seats-form.tsx'
import { LabelField } from './label-field.tsx'
import type { Site } from './site-rows.ts'
import { filedAt, standingOfSite } from './site-words.ts'

interface Props {
  view: View
  staff: Staff
  site: Site
  now: Date
  done: string | undefined
  errors: FieldErrors
  typed: FormBody | undefined
  /** How many it takes, null for any number; nothing of a form that counts none. */
  seats: { most: number | null } | null
}

export function SitePage(props: Props) {
  const { view, staff, site, now, done, errors, seats } = props
  const { office, sites } = view.m
  const t = office.sites
  const { locale } = view
  const months = filedByMonth(site.fives)
  return (
    <OfficePage view={view} staff={staff} title={site.place[locale]} done={done} carries>
      <p class="row">
        <a href={urls.officeSites}>{t.title}</a>
      </p>
      <ErrorSummary view={view} errors={errors} />
      <SummaryList
        rows={[
          { label: t.code, value: site.code },
          { label: t.form, value: formTitle(site.definition, locale) },
          { label: t.org, value: site.org.name[locale] },
          { label: t.enterprise, value: site.enterprise?.[locale] ?? t.noEnterprise },
          ...(site.label ? [{ label: sites.label, value: site.label }] : []),
          { label: t.isOpen, value: standingOfSite(view, site, now) },
          ...(site.replacedBecause ? [{ label: sites.because, value: site.replacedBecause }] : []),
          ...(site.successor ? [] : [{ label: t.filings, value: filedAt(view, site) }]),
        ]}
      />
      {months.length > 0 && (
        <details>
          <summary>{sites.months}</summary>
          <p class="hint">{sites.monthsHow}</p>
          <SummaryList
            rows={months.map(({ month, filings }) => ({
              label: view.m.board.month(Number(month.slice(0, 4)), Number(month.slice(5))),
              value: sites.full(filings),
            }))}
          />
        </details>
      )}
      {site.successor ? (
        <p class="row">
          <a href={urls.officeSite(site.successor)}>{sites.toSuccessor}</a>
        </p>
      ) : (
        <>
          <p class="row">
            <a class="button" href={urls.officePoster(site.code)}>
              {t.poster}
            </a>
            <a href={urls.site(site.code)}>{t.toForm}</a>
          </p>
          <NoteForm {...props} />
          <DaysForm view={view} to={urls.officeSite(site.code)} of={site} errors={errors} />
          {seats && (
            <SeatsForm
              view={view}
              to={urls.officeSite(site.code)}
              label={view.m.seats.setting.atSite}
              most={seats.most}
              errors={errors}
            />
          )}
          <form method="post" action={urls.officeSite(site.code)}>
            <Hidden name="act" value={site.open ? 'close' : 'open'} />
            <Submit quiet>{site.open ? office.closeIt : office.openIt}</Submit>
          </form>
          <p class="hint">{t.closedNote}</p>
          <p class="row">
            <a href={urls.officeSiteReplacement(site.code)}>{sites.replace}</a>
          </p>
        </>
      )}
    </OfficePage>
  )
}

function NoteForm({ view, site, errors, typed }: Props) {
  const { sites, common } = view.m
  return (
    <form id={carriedForm} method="post" action={urls.officeSite(site.code)} novalidate>
      <Hidden name="act" value="label" />
      <details open={errors.label !== undefined}>
        <summary>{sites.labelIt}</summary>
        <LabelField view={view} value={typed?.line('label') ?? site.label} error={errors.label} />
        <Submit quiet>{common.save}</Submit>
      </details>
    </form>
  )
}
