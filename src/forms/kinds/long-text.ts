import * as v from 'valibot'
import { lengthOf } from '../../typed/graphemes.ts'
import { paragraphs } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { length, question } from './settings.ts'

export const settings = v.object({
  type: v.literal('long_text'),
  ...question,
  maxLength: length(2000),
})
type LongText = v.InferOutput<typeof settings>

/** What happened, in his own words. */
export const longText: Kind<LongText, string> = {
  ...typedWords,
  check: ({ maxLength }) => paragraphs(maxLength),
  measure: ({ name, maxLength }, posted) => ({ most: maxLength, now: lengthOf(posted.get(name)) }),
}
