import * as v from 'valibot'
import { because, type Kind, yesOrNo } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({
  type: v.literal('yes_no'),
  ...question,
  /** Answers that mean danger to life. */
  dangerWhen: v.optional(v.array(v.picklist(['yes', 'no'])), []),
})
type YesNo = v.InferOutput<typeof settings>

export const yesNo: Kind<YesNo, boolean> = {
  ...yesOrNo,
  wants: 'choice',
  check: () =>
    v.pipe(
      v.picklist(['yes', 'no'], because('not_offered')),
      v.transform((it) => it === 'yes'),
    ),
  chosen: (given) => [given ? 'yes' : 'no'],
}
