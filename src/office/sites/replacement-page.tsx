import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { carriedForm } from '../../ui/page.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import type { Site } from './site-rows.ts'

interface Props {
  view: View
  staff: Staff
  site: Site
  errors: FieldErrors
}

/** Why the poster of a site is replaced, before it is. */
export function ReplacementPage({ view, staff, site, errors }: Props) {
  const { sites } = view.m
  return (
    <OfficePage view={view} staff={staff} title={sites.replace} carries>
      <p class="row">
        <a href={urls.officeSite(site.code)}>{site.place[view.locale]}</a>
      </p>
      <ErrorSummary view={view} errors={errors} />
      <p class="lead">{sites.replaceHow}</p>
      <form id={carriedForm} method="post" action={urls.officeSiteReplacement(site.code)} novalidate>
        <TextField
          view={view}
          name="because"
          label={sites.because}
          hint={sites.becauseHint}
          error={errors.because}
        />
        <Submit>{sites.replaceIt}</Submit>
      </form>
    </OfficePage>
  )
}
