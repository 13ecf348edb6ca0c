import type { FieldOf } from '../../forms/fields.ts'
import { idOf } from '../../forms/kinds/enterprise.ts'
import { Radios } from '../fields/chosen.tsx'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

/** The name, and which of the register it is where several go by it. */
export function Employer(it: Asked<FieldOf<'enterprise'>>) {
  const { view, values, errors, candidates } = it.asking
  const words = view.m.questions.employer
  const id = idOf(it.field)
  const options = candidates.map(({ id: value, name, org }) => ({
    value,
    label: name[view.locale],
    hint: words.union(org.name[view.locale]),
  }))
  return (
    <>
      <TextField {...around(it)} value={values.get(it.field.name)} autocomplete="organization" />
      {options.length > 0 && (
        <Radios
          view={view}
          name={id}
          label={words.which}
          value={values.get(id)}
          error={errors[id]}
          options={[...options, { value: 'none', label: words.none }]}
        />
      )}
    </>
  )
}
