import { Submit } from '../../../ui/fields/sending.tsx'

/** Takes something out of the form; folded, with what that means. */
export function Removing({ label, means }: { label: string; means: string }) {
  return (
    <details>
      <summary>{label}</summary>
      <p>{means}</p>
      <Submit quiet name="act" value="remove">
        {label}
      </Submit>
    </details>
  )
}
