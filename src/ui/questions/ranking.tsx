import type { FieldOf } from '../../forms/fields.ts'
import { controlOf } from '../../forms/kinds/in-parts.ts'
import { ranksOf } from '../../forms/kinds/ranking.ts'
import { Group } from '../fields/field.tsx'
import { type Asked, around, hintWith } from './asking.ts'
import { drawnParts } from './drawn-parts.ts'

/** Each option with the place that it is given. */
export function Ranking(it: Asked<FieldOf<'ranking'>>) {
  const { view, values } = it.asking
  const { options } = it.field
  const ranks = ranksOf(it.field)
  const { idOf, errorOf } = drawnParts(
    it,
    options.map(({ value }) => value),
  )
  const hint = hintWith(it, view.m.questions.ranks(ranks.length, options.length))
  return (
    <Group {...around(it)} hint={hint}>
      {options.map(({ value, label, hint }) => {
        const id = idOf(value)
        const name = controlOf(it.field, value)
        return (
          <div class="ranked">
            <select id={id} name={name} aria-invalid={errorOf(value) ? 'true' : undefined}>
              <option value="">—</option>
              {ranks.map((rank) => (
                <option value={rank} selected={rank === values.get(name)}>
                  {rank}
                </option>
              ))}
            </select>
            <label for={id}>
              {label[view.locale]}
              {hint && <span class="hint">{hint[view.locale]}</span>}
            </label>
          </div>
        )
      })}
    </Group>
  )
}
