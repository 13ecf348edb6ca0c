import * as v from 'valibot'
import { because, type Kind, oneControl } from './kind.ts'
import { bilingual, question } from './settings.ts'

export const settings = v.object({
  type: v.literal('scale'),
  ...question,
  /** What each step means, the least first: a number alone means something else to everybody. */
  steps: v.pipe(v.array(bilingual), v.minLength(5), v.maxLength(5)),
})
type Scale = v.InferOutput<typeof settings>

/** A step of five, from 1 on. */
export const scale: Kind<Scale, number> = {
  ...oneControl,
  compared: 'number',
  wants: 'choice',
  check: () =>
    v.pipe(
      v.picklist(['1', '2', '3', '4', '5'], because('not_offered')),
      v.transform((it) => Number(it)),
    ),
  show: ({ steps }, given, { locale }) => `${given} ${steps[given - 1]?.[locale] ?? ''}`.trim(),
  cell: (_, given) => given,
  written: () => [],
  chosen: (given) => [String(given)],
}
