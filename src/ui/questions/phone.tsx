import type { FieldOf } from '../../forms/fields.ts'
import { TextField, telephone } from '../fields/typed.tsx'
import { type Asked, around, isOffered } from './asking.ts'

export function Phone(it: Asked<FieldOf<'phone'>>) {
  const { asking, field } = it
  const autocomplete = isOffered(field) ? 'tel' : 'off'
  const value = asking.values.get(field.name)
  return <TextField {...around(it)} value={value} {...telephone} autocomplete={autocomplete} />
}
