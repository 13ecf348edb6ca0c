import type { FieldOf } from '../../forms/fields.ts'
import { controlOf } from '../../forms/kinds/in-parts.ts'
import { Radios } from '../fields/chosen.tsx'
import { Group } from '../fields/field.tsx'
import { type Asked, around } from './asking.ts'
import { drawnParts } from './drawn-parts.ts'
import { optionsIn } from './options.tsx'

/** Each row with its options below it; a wide screen sets them side by side, as in a table. */
export function Matrix(it: Asked<FieldOf<'matrix'>>) {
  const { view, values } = it.asking
  const { rows, options } = it.field
  const { idOf, errorOf } = drawnParts(
    it,
    rows.map(({ value }) => value),
  )
  return (
    <Group {...around(it)}>
      <div class="matrix">
        {rows.map(({ value, label, hint }) => (
          <Radios
            view={view}
            id={idOf(value)}
            name={controlOf(it.field, value)}
            label={label[view.locale]}
            hint={hint?.[view.locale]}
            error={errorOf(value)}
            value={values.get(controlOf(it.field, value))}
            options={optionsIn(it.asking, { name: controlOf(it.field, value), options, other: false })}
          />
        ))}
      </div>
    </Group>
  )
}
