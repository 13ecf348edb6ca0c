import { TextField } from '../ui/fields/typed.tsx'
import type { View } from '../ui/view.ts'

/** Where a code is entered; phones offer the one that has just arrived. */
export function CodeField(props: {
  view: View
  label: string
  error: string | undefined
  value?: string | undefined
  /** Codes from paper have letters. */
  digits?: boolean
}) {
  const { digits, ...field } = props
  return (
    <TextField
      {...field}
      name="code"
      autocomplete="one-time-code"
      short
      {...(digits && { inputmode: 'numeric' as const })}
    />
  )
}
