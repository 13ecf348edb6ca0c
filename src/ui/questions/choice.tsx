import type { FieldOf } from '../../forms/fields.ts'
import { Radios } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'
import { OtherText, optionsIn } from './options.tsx'

export function Choice(it: Asked<FieldOf<'choice'>>) {
  return (
    <Radios
      {...around(it)}
      value={it.asking.values.get(it.field.name)}
      options={optionsIn(it.asking, it.field)}
    >
      <OtherText {...it} />
    </Radios>
  )
}
