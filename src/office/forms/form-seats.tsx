import type { Context } from 'hono'
import { limitSeats } from '../../cases/seats/setting-quotas.ts'
import type { forms } from '../../db/tables/forms.ts'
import type { StaffEnv } from '../../env.ts'
import { Checkbox } from '../../ui/fields/chosen.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { officeOf } from '../guards.ts'
import { SeatsForm, seatsIn } from '../seats-form.tsx'

interface Props {
  view: View
  form: typeof forms.$inferSelect
  most: number | null
  errors: FieldErrors
}

/** How many it takes in all, and whether who comes later may wait. */
export function Seats({ view, form, most, errors }: Props) {
  const t = view.m.seats.setting
  const number = { label: t.inAll, most, errors, isOpen: form.waits }
  return (
    <SeatsForm view={view} to={urls.officeForm(form.id)} {...number}>
      <Checkbox view={view} name="waits" label={t.waits} checked={form.waits} />
      <p class="hint">{t.about}</p>
    </SeatsForm>
  )
}

/** Sets them as they were typed: false where forms are not his to keep, `wrong` where it is no number. */
export async function takeSeats(
  c: Context<StaffEnv>,
  form: { id: string; slug: string },
  body: FormBody,
): Promise<boolean | 'wrong'> {
  const most = seatsIn(body)
  if (most === undefined) return 'wrong'
  return limitSeats({ ...c.var, ...officeOf(c) }, form, { most, waits: body.get('waits') === 'yes' })
}
