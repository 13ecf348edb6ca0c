import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function Time(it: Asked<FieldOf<'time'>>) {
  const { hint = it.asking.view.m.questions.timeHint, ...rest } = around(it)
  const value = it.asking.values.get(it.field.name)
  // The keys of letters: hours go by many names, and those of digits lack the colon.
  return <TextField {...rest} hint={hint} value={value} inputmode="text" short />
}
