import type { FieldOf } from '../../forms/fields.ts'
import { controlOf } from '../../forms/kinds/in-parts.ts'
import { ranksOf } from '../../forms/kinds/ranking.ts'
import { Group } from '../fields/field.tsx'
import { type Asked, around, hintWith } from './asking.ts'
import { drawnParts } from './drawn-parts.ts'
import { openOf } from './options.tsx'

/** Each option with the place that it is given. */
export function Ranking(it: Asked<FieldOf<'ranking'>>) {
  const { view, values } = it.asking
  const { field } = it
  const chosen = field.options.map(({ value }) => value).filter((one) => values.get(controlOf(field, one)))
  const options = openOf(field.options, chosen)
  const ranks = ranksOf({ ...field, options })
  const { idOf, isFaulty } = drawnParts(
    it,
    options.map(({ value }) => value),
  )
  const hint = hintWith(it, view.m.questions.ranks(ranks.length, options.length))
  return (
    <Group {...around(it)} hint={hint}>
      {options.map(({ value, label, hint }) => {
        const id = idOf(value)
        const name = controlOf(field, value)
        return (
          <div class="ranked">
            <select id={id} name={name} aria-invalid={isFaulty(value) ? 'true' : undefined}>
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
