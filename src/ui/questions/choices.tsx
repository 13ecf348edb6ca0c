import type { FieldOf } from '../../forms/fields.ts'
import { Checkboxes } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'
import { OtherText, optionsIn } from './options.tsx'

export function Choices(it: Asked<FieldOf<'choices'>>) {
  const { view, values } = it.asking
  return (
    <Checkboxes {...around(it)} values={values.all(it.field.name)} options={optionsIn(view, it.field)}>
      <OtherText {...it} />
    </Checkboxes>
  )
}
