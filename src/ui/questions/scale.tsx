import type { FieldOf } from '../../forms/fields.ts'
import { Radios } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'

export function Scale(it: Asked<FieldOf<'scale'>>) {
  const { view, values } = it.asking
  const options = it.field.steps.map((step, index) => ({
    value: String(index + 1),
    label: `${index + 1} ${step[view.locale]}`,
  }))
  return <Radios {...around(it)} value={values.get(it.field.name)} options={options} />
}
