import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around, isOffered } from './asking.ts'

export function Email(it: Asked<FieldOf<'email'>>) {
  const { asking, field } = it
  const autocomplete = isOffered(field) ? 'email' : 'off'
  const value = asking.values.get(field.name)
  // The type of text: a browser that checks for itself refuses addresses that are taken here.
  return <TextField {...around(it)} value={value} inputmode="email" autocomplete={autocomplete} />
}
