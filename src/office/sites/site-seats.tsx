import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** How many are taken at a site; without a number as many as the form takes. */
export function SiteSeats({
  view,
  code,
  most,
  errors,
}: {
  view: View
  code: string
  most: number | null
  errors: FieldErrors
}) {
  const t = view.m.seats.setting
  return (
    <details open={errors.seats !== undefined || most !== null}>
      <summary>{t.title}</summary>
      <form method="post" action={urls.officeSite(code)} novalidate>
        <Hidden name="act" value="seats" />
        <TextField
          view={view}
          name="seats"
          label={t.atSite}
          hint={t.unlimited}
          value={most === null ? '' : String(most)}
          error={errors.seats}
          inputmode="numeric"
          short
          optional
        />
        <Submit quiet>{t.save}</Submit>
      </form>
    </details>
  )
}
