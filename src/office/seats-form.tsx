import type { Child } from 'hono/jsx'
import { mostSeats } from '../forms/kinds/options.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import type { FormBody } from '../ui/form-body.ts'
import type { View } from '../ui/view.ts'

interface Props {
  view: View
  /** Where it is sent to. */
  to: string
  label: string
  most: number | null
  errors: FieldErrors
  isOpen?: boolean
  /** What is set with the number. */
  children?: Child
}

/** How many a form takes in all, or at a site; without a number anybody. */
export function SeatsForm({ view, to, label, most, errors, isOpen = false, children }: Props) {
  const t = view.m.seats.setting
  return (
    <details open={isOpen || errors.seats !== undefined || most !== null}>
      <summary>{t.title}</summary>
      <form method="post" action={to} novalidate>
        <Hidden name="act" value="seats" />
        <TextField
          view={view}
          name="seats"
          label={label}
          hint={t.unlimited}
          value={most === null ? '' : String(most)}
          error={errors.seats}
          inputmode="numeric"
          short
          optional
        />
        {children}
        <Submit quiet>{t.save}</Submit>
      </form>
    </details>
  )
}

/** A number of places as it was typed; null for any number, undefined where it is none. */
export function seatsIn(form: FormBody): number | null | undefined {
  if (!form.line('seats')) return null
  const most = form.count('seats')
  return most >= 1 && most <= mostSeats ? most : undefined
}
