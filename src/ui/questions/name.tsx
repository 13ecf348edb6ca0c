import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around, isOffered } from './asking.ts'

export function Name(it: Asked<FieldOf<'name'>>) {
  const { asking, field } = it
  const autocomplete = isOffered(field) ? 'name' : 'off'
  return <TextField {...around(it)} value={asking.values.get(field.name)} autocomplete={autocomplete} />
}
