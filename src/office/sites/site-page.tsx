import { filedByMonth } from '../../figures/filed-at-sites.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DaysForm } from '../days-form.tsx'
import { formTitle } from '../forms/titles.ts'
import { OfficePage } from '../frame.tsx'
import { LabelField } from './label-field.tsx'
import type { Site } from './site-rows.ts'
import { SiteSeats } from './site-seats.tsx'
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
    <OfficePage view={view} staff={staff} title={site.place[locale]} done={done}>
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
          <LabelForm {...props} />
          <DaysForm view={view} to={urls.officeSite(site.code)} of={site} errors={errors} />
          {seats && <SiteSeats view={view} code={site.code} most={seats.most} errors={errors} />}
          <ReplaceForm {...props} />
          <form method="post" action={urls.officeSite(site.code)}>
            <Hidden name="act" value={site.open ? 'close' : 'open'} />
            <Submit quiet>{site.open ? office.closeIt : office.openIt}</Submit>
          </form>
          <p class="hint">{t.closedNote}</p>
        </>
      )}
    </OfficePage>
  )
}

/** For a poster that was torn down, or that nobody can trust any more. */
function ReplaceForm({ view, site, errors, typed }: Props) {
  const t = view.m.sites
  return (
    <details open={errors.because !== undefined}>
      <summary>{t.replace}</summary>
      <form method="post" action={urls.officeSite(site.code)} novalidate>
        <p class="hint">{t.replaceHow}</p>
        <Hidden name="act" value="replace" />
        <TextField
          view={view}
          name="because"
          label={t.because}
          hint={t.becauseHint}
          value={typed?.line('because')}
          error={errors.because}
        />
        <Submit quiet>{t.replaceIt}</Submit>
      </form>
    </details>
  )
}

function LabelForm({ view, site, errors, typed }: Props) {
  return (
    <details open={errors.label !== undefined}>
      <summary>{view.m.sites.labelIt}</summary>
      <form method="post" action={urls.officeSite(site.code)} novalidate>
        <Hidden name="act" value="label" />
        <LabelField view={view} value={typed?.line('label') ?? site.label} error={errors.label} />
        <Submit quiet>{view.m.common.save}</Submit>
      </form>
    </details>
  )
}
