import type { FieldOf } from '../../forms/fields.ts'
import type { Asked } from './asking.ts'
import { LookedUp } from './looked-up.tsx'

/** The name, and which of the register it is where several go by it. */
export function Employer(it: Asked<FieldOf<'enterprise'>>) {
  const { view, candidates } = it.asking
  const words = view.m.questions.employer
  const found = candidates.map(({ id: value, name, org }) => ({
    value,
    label: name[view.locale],
    hint: words.union(org.name[view.locale]),
  }))
  const none = { value: 'none', label: words.none }
  return (
    <LookedUp
      it={it}
      found={found.length > 0 ? [...found, none] : []}
      which={words.which}
      autocomplete="organization"
    />
  )
}
