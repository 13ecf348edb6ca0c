import * as v from 'valibot'
import { because, type Kind, oneControl } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({
  type: v.literal('yes_no'),
  ...question,
  /** Answers that mean danger to life. */
  dangerWhen: v.optional(v.array(v.picklist(['yes', 'no'])), []),
})
type YesNo = v.InferOutput<typeof settings>

export const yesNo: Kind<YesNo, boolean> = {
  ...oneControl,
  wants: 'choice',
  check: () =>
    v.pipe(
      v.picklist(['yes', 'no'], because('not_offered')),
      v.transform((it) => it === 'yes'),
    ),
  show: (_, given, { yes, no }) => (given ? yes : no),
  written: () => [],
  chosen: (given) => [given ? 'yes' : 'no'],
}
