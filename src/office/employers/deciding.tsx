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

/** Part of the page's one form, whose buttons say what is decided. */
export function ApproveForm({ view, id, seen }: Decided) {
  return (
    <div class="form">
      <Hidden name={seenField(id)} value={seen} />
      <Submit name="act" value="approve" to={urls.officeEmployer(id)}>
        {view.m.office.employers.approve}
      </Submit>
    </div>
  )
}

/** The field that carries what was shown of an employer. */
export const seenField = (id: string) => `${id}-seen`

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
    <div class="form">
      <Hidden name={seenField(id)} value={seen} />
      <TextField view={view} name={`${id}-reason`} label={t.reason} value={value} error={error} />
      <Submit quiet name="act" value="refuse" to={urls.officeEmployer(id)}>
        {button}
      </Submit>
    </div>
  )
}
