import * as v from 'valibot'
import { line, lineMeasure } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { identity, length, question } from './settings.ts'

export const settings = v.object({
  type: v.literal('text'),
  ...question,
  identity,
  /** What a browser may fill in for the worker (WCAG 1.3.5). */
  autocomplete: v.optional(v.picklist(['name', 'email', 'street-address'])),
  maxLength: length(200),
})
type Text = v.InferOutput<typeof settings>

/** A name or another short answer. */
export const text: Kind<Text, string> = {
  ...typedWords,
  check: ({ maxLength }) => line(maxLength),
  measure: ({ name, maxLength }, posted) => lineMeasure(posted.get(name), maxLength),
}
