import type { FieldOf } from '../../forms/fields.ts'
import { cardNumber, TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function ResidentId(it: Asked<FieldOf<'resident_id'>>) {
  const value = it.asking.values.get(it.field.name)
  return <TextField {...around(it)} value={value} {...cardNumber} autocomplete="off" />
}
