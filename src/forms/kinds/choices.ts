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

export const settings = v.object({ type: v.literal('choices'), ...offering })
type Choices = v.InferOutput<typeof settings>

/** Any of several. */
export const choices: Kind<Choices, Chosen[]> = {
  ...fromOptions,
  compared: 'several',
  takesSeveral: true,
  read(asked, posted) {
    const values = posted.all(asked.name).filter(Boolean)
    return values.length > 0 ? { values, other: posted.get(otherOf(asked)) } : undefined
  },
  check: (asked) =>
    v.pipe(
      v.object({ values: v.array(offered(asked)), other: line(mostOfOther) }),
      v.check(({ values }) => new Set(values).size === values.length, because('twice')),
      v.check(({ values, other }) => saysOther(asked, values, other), because('other_missing')),
      v.transform(({ values, other }) => values.map((value) => stored(asked, value, other))),
    ),
  show: (asked, given, { locale }) =>
    given.map((one) => optionText(asked, one, locale)).join(locale === 'zh' ? '、' : '; '),
  written: (given) => given.flatMap(writtenIn),
  chosen: (given) => given.map(optionOf),
}
