import * as v from 'valibot'
import type { Chosen } from '../answers.ts'
import { rule } from '../faults.ts'
import { line } from './cleaned.ts'
import { because, type Kind } from './kind.ts'
import {
  countable,
  fromOptions,
  mostOfOther,
  offered,
  offeredNow,
  offering,
  optionOf,
  optionText,
  otherOf,
  saysOther,
  stored,
  writtenIn,
} from './options.ts'

export const settings = v.pipe(
  v.object({ type: v.literal('choice'), ...offering(countable) }),
  v.check((it) => offeredNow(it).length > 0, rule('too_few_offered')),
)
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
  cell: (asked, given, { locale }) => optionText(asked, given, locale),
  written: writtenIn,
  chosen: (given) => [optionOf(given)],
}
