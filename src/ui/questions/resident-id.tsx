import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function ResidentId(it: Asked<FieldOf<'resident_id'>>) {
  const value = it.asking.values.get(it.field.name)
  // Letters too: keyboards of digits alone lack the X.
  return (
    <TextField
      {...around(it)}
      value={value}
      inputmode="text"
      autocapitalize="characters"
      autocomplete="off"
    />
  )
}
