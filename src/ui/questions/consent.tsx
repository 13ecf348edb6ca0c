import type { FieldOf } from '../../forms/fields.ts'
import { Checkbox } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'

export function Consent(it: Asked<FieldOf<'consent'>>) {
  const checked = it.asking.values.get(it.field.name) === 'yes'
  return <Checkbox {...around(it)} optional={false} checked={checked} />
}
