import * as v from 'valibot'
import { numberIn } from '../../typed/number.ts'
import { because, type Kind, oneControl } from './kind.ts'
import { bilingual, question, yes } from './settings.ts'
import { withUnit } from './units.ts'

export const settings = v.object({
  type: v.literal('number'),
  ...question,
  min: v.optional(v.number(), 0),
  max: v.optional(v.number(), 1_000_000_000),
  /** It counts what has no parts: people, days. */
  whole: yes,
  unit: v.optional(bilingual),
})
type Amount = v.InferOutput<typeof settings>

export const number: Kind<Amount, number> = {
  ...oneControl,
  compared: 'number',
  wants: 'words',
  check: ({ min, max, whole, unit }) =>
    v.pipe(
      v.string(),
      v.transform((it) => numberIn(it, Object.values(unit ?? {}))),
      v.number(because('not_a_number')),
      v.check((it) => !whole || Number.isInteger(it), because('not_whole')),
      v.minValue(min, because('too_small')),
      v.maxValue(max, because('too_big')),
    ),
  measure: ({ min, max }) => ({ least: min, most: max }),
  show: ({ unit }, given, { locale }) => withUnit(given, unit, locale),
  cell: (_, given) => given,
  unit: ({ unit }) => unit,
  written: (given) => [String(given)],
}
