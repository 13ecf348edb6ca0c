import type { FieldOf } from '../../forms/fields.ts'
import { TextArea } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function LongText(it: Asked<FieldOf<'long_text'>>) {
  const { asking, field } = it
  return <TextArea {...around(it)} value={asking.values.get(field.name)} limit={field.maxLength} />
}
