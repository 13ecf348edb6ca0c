import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function CreditCode(it: Asked<FieldOf<'credit_code'>>) {
  return <TextField {...around(it)} value={it.asking.values.get(it.field.name)} autocomplete="off" />
}
