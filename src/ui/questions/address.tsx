import type { FieldOf } from '../../forms/fields.ts'
import { type AddressPart, partsAsked } from '../../forms/kinds/address.ts'
import { controlOf } from '../../forms/kinds/in-parts.ts'
import { Group } from '../fields/field.tsx'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around, isOffered } from './asking.ts'
import { drawnParts } from './drawn-parts.ts'

export function Address(it: Asked<FieldOf<'address'>>) {
  const { asking, field } = it
  const { view, values } = asking
  const asked = partsAsked(field)
  const { idOf, errorOf } = drawnParts(it, asked)
  const marksOptional = field.required && field.needed.length > 0
  return (
    <Group {...around(it)}>
      {asked.map((part) => (
        <TextField
          view={view}
          id={idOf(part)}
          name={controlOf(field, part)}
          label={view.m.questions.address[part]}
          error={errorOf(part)}
          optional={marksOptional && !field.needed.includes(part)}
          value={values.get(controlOf(field, part))}
          autocomplete={isOffered(field) ? autocomplete[part] : 'off'}
        />
      ))}
    </Group>
  )
}

/** What a browser may fill in for the worker (WCAG 1.3.5); it knows no village. */
const autocomplete: Record<AddressPart, string | undefined> = {
  province: 'address-level1',
  city: 'address-level2',
  county: 'address-level3',
  town: 'address-level4',
  area: undefined,
  detail: 'street-address',
}
