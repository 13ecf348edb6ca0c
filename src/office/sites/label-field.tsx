import { isWithin, lengthOf } from '../../typed/graphemes.ts'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'

export const longestLabel = 80

/** What the office calls a site among its own. */
export function LabelField({
  view,
  value,
  error,
}: {
  view: View
  value: string | undefined
  error: string | undefined
}) {
  const { label, labelHint } = view.m.sites
  return (
    <TextField view={view} name="label" label={label} hint={labelHint} value={value} error={error} optional />
  )
}

/** What is wrong with a label, if anything is. */
export function labelProblem({ m }: View, label: string): string | undefined {
  return isWithin(label, longestLabel)
    ? undefined
    : m.common.tooLong(m.sites.label, longestLabel, lengthOf(label))
}
