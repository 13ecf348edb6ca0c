import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function Money(it: Asked<FieldOf<'money'>>) {
  const { asking, field } = it
  const { yuan } = asking.view.m.questions
  return (
    <TextField {...around(it)} value={asking.values.get(field.name)} inputmode="decimal" short unit={yuan} />
  )
}
