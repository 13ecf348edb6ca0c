import type { FieldOf } from '../../forms/fields.ts'
import { dateParts } from '../../forms/kinds/date.ts'
import { Group } from '../fields/field.tsx'
import { type Asked, around } from './asking.ts'

export function DateParts(it: Asked<FieldOf<'date'>>) {
  const { view, values, errors } = it.asking
  const { name } = it.field
  return (
    <Group {...around(it)}>
      <div class="parts">
        {dateParts.map((part) => {
          const id = part === 'year' ? name : `${name}-${part}`
          return (
            <div>
              <label for={id}>{view.m.common[part]}</label>
              <input
                id={id}
                name={`${name}-${part}`}
                value={values.get(`${name}-${part}`)}
                inputmode="numeric"
                aria-invalid={errors[name] ? 'true' : undefined}
              />
            </div>
          )
        })}
      </div>
    </Group>
  )
}
