import type { Days } from '../forms/opening.ts'
import { dayIn, instantIn, startOfNextDay } from '../orgs/zone.ts'
import { isDay } from '../typed/day.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import type { FormBody } from '../ui/form-body.ts'
import type { View } from '../ui/view.ts'

interface Props {
  view: View
  /** Where they are sent to. */
  to: string
  of: Days
  errors: FieldErrors
}

/** From when on and until when a form or a site takes anything while it is open. */
export function DaysForm({ view, to, of, errors }: Props) {
  const t = view.m.builder.dates
  const day = (at: Date | null) => (at ? dayIn(view.zone, at) : '')
  return (
    <details open={errors.until !== undefined || of.opensAt !== null || of.closesAt !== null}>
      <summary>{t.title}</summary>
      <form method="post" action={to} novalidate>
        <Hidden name="act" value="dates" />
        <TextField view={view} name="from" type="date" label={t.from} value={day(of.opensAt)} optional />
        <TextField
          view={view}
          name="until"
          type="date"
          label={t.until}
          value={day(lastOf(of))}
          error={errors.until}
          optional
        />
        <Submit quiet>{t.save}</Submit>
      </form>
    </details>
  )
}

/** The days as they are chosen: the last one is whole. Null where they are none. */
export function readDays({ zone }: View, body: FormBody): Days | null {
  const [from, until] = [body.get('from'), body.get('until')]
  const isWrong = [from, until].some((day) => day !== '' && !isDay(day)) || (until !== '' && until < from)
  if (isWrong) return null
  return {
    opensAt: from ? instantIn(zone, from) : null,
    closesAt: until ? startOfNextDay(zone, instantIn(zone, until)) : null,
  }
}

/** An instant of the last day: what is over at the beginning of a day ends with the one before. */
export function lastOf({ closesAt }: Days): Date | null {
  return closesAt && new Date(closesAt.getTime() - 1)
}
