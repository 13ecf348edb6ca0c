import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function Amount(it: Asked<FieldOf<'number'>>) {
  const { asking, field } = it
  const unit = field.unit?.[asking.view.locale]
  const value = asking.values.get(field.name)
  return <TextField {...around(it)} value={value} inputmode={keysFor(field)} short unit={unit} />
}

/** A keyboard that has all the number may have; those of figures alone often lack the sign below nothing. */
function keysFor({ min, whole }: FieldOf<'number'>) {
  if (min < 0) return 'text'
  return whole ? 'numeric' : 'decimal'
}
