import type { FieldOf } from '../../forms/fields.ts'
import { Radios } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'
import { OtherText, optionsIn } from './options.tsx'

export function Choice(it: Asked<FieldOf<'choice'>>) {
  const { view, values } = it.asking
  return (
    <Radios {...around(it)} value={values.get(it.field.name)} options={optionsIn(view, it.field)}>
      <OtherText {...it} />
    </Radios>
  )
}
