import * as v from 'valibot'
import type { Chosen } from '../answers.ts'
import { line } from './cleaned.ts'
import { because, type Kind } from './kind.ts'
import {
  fromOptions,
  mostOfOther,
  offered,
  offering,
  optionOf,
  optionText,
  otherOf,
  saysOther,
  stored,
  writtenIn,
} from './options.ts'

export const settings = v.object({ type: v.literal('choice'), ...offering })
type Choice = v.InferOutput<typeof settings>

/** One of several. */
export const choice: Kind<Choice, Chosen> = {
  ...fromOptions,
  compared: 'option',
  read(asked, posted) {
    const value = posted.get(asked.name)
    return value ? { value, other: posted.get(otherOf(asked)) } : undefined
  },
  check: (asked) =>
    v.pipe(
      v.object({ value: offered(asked), other: line(mostOfOther) }),
      v.check(({ value, other }) => saysOther(asked, [value], other), because('other_missing')),
      v.transform(({ value, other }) => stored(asked, value, other)),
    ),
  show: (asked, given, { locale }) => optionText(asked, given, locale),
  written: writtenIn,
  chosen: (given) => [optionOf(given)],
}
