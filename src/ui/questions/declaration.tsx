import type { FieldOf } from '../../forms/fields.ts'
import { Checkbox } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'

export function Declaration(it: Asked<FieldOf<'declaration'>>) {
  return <Checkbox {...around(it)} checked={it.asking.values.get(it.field.name) === 'yes'} />
}
