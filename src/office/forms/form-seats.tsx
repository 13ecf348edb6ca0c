import { and, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { limitSeats } from '../../cases/seats/setting-quotas.ts'
import type { Db } from '../../db/client.ts'
import type { forms } from '../../db/tables/forms.ts'
import { quotas } from '../../db/tables/quotas.ts'
import type { StaffEnv } from '../../env.ts'
import { mostSeats } from '../../forms/kinds/options.ts'
import { inAll } from '../../forms/quota-keys.ts'
import { Checkbox } from '../../ui/fields/chosen.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { officeOf } from '../guards.ts'

/** How many a form or a site takes; null where it takes any number. */
export async function quotaOf(db: Db, formId: string, of: string): Promise<number | null> {
  const its = and(eq(quotas.formId, formId), eq(quotas.of, of))
  const row = await db.select({ most: quotas.most }).from(quotas).where(its).get()
  return row?.most ?? null
}

/** A number of places as it was typed; null for any number, undefined where it is none. */
export function seatsIn(form: FormBody): number | null | undefined {
  const text = form.line('seats').replaceAll(/[,，]/g, '')
  if (!text) return null
  const most = Number(text)
  return Number.isInteger(most) && most >= 1 && most <= mostSeats ? most : undefined
}

interface Props {
  view: View
  form: typeof forms.$inferSelect
  most: number | null
  errors: FieldErrors
}

/** How many it takes in all, and whether who comes later may wait. */
export function Seats({ view, form, most, errors }: Props) {
  const t = view.m.seats.setting
  return (
    <details open={errors.seats !== undefined || most !== null || form.waits}>
      <summary>{t.title}</summary>
      <form method="post" action={urls.officeForm(form.id)} novalidate>
        <Hidden name="act" value="seats" />
        <TextField
          view={view}
          name="seats"
          label={t.inAll}
          hint={t.unlimited}
          value={most === null ? '' : String(most)}
          error={errors.seats}
          inputmode="numeric"
          short
          optional
        />
        <Checkbox view={view} name="waits" label={t.waits} checked={form.waits} />
        <p class="hint">{t.about}</p>
        <Submit quiet>{t.save}</Submit>
      </form>
    </details>
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

/** The number of all that a form takes. */
export const seatsInAll = (db: Db, formId: string) => quotaOf(db, formId, inAll)
