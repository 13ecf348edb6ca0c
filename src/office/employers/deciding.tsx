import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** The longest reason that a union is given, in characters. */
export const longestReason = 200

/** What the county decides on, as it is shown. */
interface Decided {
  view: View
  id: string
  /** As the domain compares it with what is there when the button is pressed. */
  seen: string
}

export function ApproveForm({ view, id, seen }: Decided) {
  return (
    <form method="post" action={urls.officeEmployer(id)}>
      <Hidden name="act" value="approve" />
      <Hidden name="seen" value={seen} />
      <Submit>{view.m.office.employers.approve}</Submit>
    </form>
  )
}

/** Keeps an employer from workers, with the reason that its union reads. */
export function RefuseForm({
  view,
  id,
  seen,
  button,
  value,
  error,
}: Decided & { button: string; value?: string | undefined; error?: string | undefined }) {
  const t = view.m.office.employers
  return (
    <form method="post" action={urls.officeEmployer(id)} novalidate>
      <Hidden name="act" value="refuse" />
      <Hidden name="seen" value={seen} />
      <TextField view={view} name={`${id}-reason`} label={t.reason} value={value} error={error} />
      <Submit quiet>{button}</Submit>
    </form>
  )
}
