import * as v from 'valibot'
import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import type { Chosen, Posted } from '../answers.ts'
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

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))

const shape = v.object({
  type: v.literal('choices'),
  /** One that is exclusive says that none of the others is so. */
  ...offering(v.object({ ...countable.entries, exclusive: v.optional(v.boolean()) })),
  /** How many are to be chosen, where any are. */
  least: count,
  most: count,
})
type Choices = v.InferOutput<typeof shape>

export const settings = v.pipe(shape, v.check(canBeAnswered, rule('too_few_offered')))

/** Any of several, or so many of them. */
export const choices: Kind<Choices, Chosen[]> = {
  ...fromOptions,
  compared: 'several',
  takesSeveral: true,
  read(asked, posted) {
    const values = valuesIn(asked, posted)
    return values.length > 0 ? { values, other: posted.get(otherOf(asked)) } : undefined
  },
  check: (asked) =>
    v.pipe(
      v.object({ values: v.array(offered(asked)), other: line(mostOfOther) }),
      v.check(({ values }) => new Set(values).size === values.length, because('twice')),
      v.check(({ values }) => !standsAlone(asked, values) || values.length === 1, because('not_together')),
      v.check(
        ({ values }) => values.length >= (asked.least ?? 0) || standsAlone(asked, values) !== undefined,
        because('too_few_chosen'),
      ),
      v.check(({ values }) => values.length <= (asked.most ?? values.length), because('too_many_chosen')),
      v.check(({ values, other }) => saysOther(asked, values, other), because('other_missing')),
      v.transform(({ values, other }) => values.map((value) => stored(asked, value, other))),
    ),
  measure(asked, posted, error) {
    if (error === 'too_long') return fromOptions.measure(asked, posted)
    const values = valuesIn(asked, posted)
    return { least: asked.least, most: asked.most, now: values.length, option: standsAlone(asked, values) }
  },
  show: (asked, given, { locale }) => together(asked, given, locale),
  cell: (asked, given, { locale }) => together(asked, given, locale),
  written: (given) => given.flatMap(writtenIn),
  chosen: (given) => given.map(optionOf),
}

const valuesIn = ({ name }: Choices, posted: Posted) => posted.all(name).filter(Boolean)

function together(asked: Choices, given: Chosen[], locale: Locale): string {
  return given.map((one) => optionText(asked, one, locale)).join(locale === 'zh' ? '；' : '; ')
}

/** What was chosen and cannot be together with anything else. */
function standsAlone({ options }: Choices, values: string[]): Bilingual | undefined {
  return options.find(({ value, exclusive }) => exclusive && values.includes(value))?.label
}

/** Whether so many can be chosen as must be. */
function canBeAnswered({ least = 1, most, ...asked }: Choices): boolean {
  const alone = asked.options.filter(({ exclusive }) => exclusive).map(({ value }) => value)
  const together = offeredNow(asked).filter((value) => !alone.includes(value)).length
  return least <= (most ?? together) && least <= together
}
