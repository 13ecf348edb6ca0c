import type { Question } from '../../forms/fields.ts'
import { type DayPart, partOf } from '../../forms/kinds/day-parts.ts'
import { Group } from '../fields/field.tsx'
import { type Asked, around } from './asking.ts'

/** A field for each part of a day. */
export function DayParts({ it, parts }: { it: Asked<Question>; parts: readonly DayPart[] }) {
  const { view, values, errors } = it.asking
  const { name } = it.field
  return (
    <Group {...around(it)}>
      <div class="parts">
        {parts.map((part) => {
          const control = partOf(it.field, part)
          const id = part === 'year' ? name : control
          return (
            <div>
              <label for={id}>{view.m.common[part]}</label>
              <input
                id={id}
                name={control}
                value={values.get(control)}
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
