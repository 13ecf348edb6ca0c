import type { FieldOf } from '../../forms/fields.ts'
import { Radios } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'

export function YesNo(it: Asked<FieldOf<'yes_no'>>) {
  const { view, values } = it.asking
  const { yes, no } = view.m.common
  const options = [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]
  return <Radios {...around(it)} value={values.get(it.field.name)} options={options} />
}
