import * as v from 'valibot'
import { isWithin, lengthOf } from '../../typed/graphemes.ts'
import { oneLine, plainText } from '../../typed/line.ts'
import type { AnswerError } from '../answers.ts'
import { because, type Measure } from './kind.ts'

const cleaned = (clean: (text: string) => string) => (most: number) =>
  v.pipe(
    v.string(),
    v.transform(clean),
    v.check((it) => isWithin(it, most), because('too_long')),
  )

/** In one line, with nothing unseen, as many characters at most. */
export const line = cleaned(oneLine)
/** The same over many lines. */
export const paragraphs = cleaned(plainText)

/** How long what was posted is as a line. */
export function lineMeasure(typed: string, most: number): Measure {
  return { most, now: lengthOf(oneLine(typed)) }
}

/** What is meant by what was typed; `read` says it, or null where it means nothing. */
export function meant(read: (typed: string) => string | null, error: AnswerError) {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const it = read(dataset.value)
      if (it !== null) return it
      addIssue({ message: because(error) })
      return NEVER
    }),
  )
}
