import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import type { AnswerError, Parts } from '../answers.ts'
import { inParts, postedParts } from './in-parts.ts'
import { because, type Kind } from './kind.ts'
import { optionsUpTo, optionText } from './options.ts'
import { question } from './settings.ts'

export const settings = v.object({
  type: v.literal('ranking'),
  ...question,
  ...optionsUpTo(10),
  /** How many places there are; as many as options where it is left out. */
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
})
type Ranking = v.InferOutput<typeof settings>

/** What comes first, second and so on: the options in this order, as many as he gave a place. */
export const ranking: Kind<Ranking, string[]> = {
  wants: 'choice',
  ...inParts(optionsOf, (asked, given) => optionsAt(given, faultIn(asked, given)?.rank)),
  check: (asked) =>
    v.pipe(
      v.record(v.string(), v.string()),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const fault = faultIn(asked, dataset.value)
        if (!fault) return ranksOf(asked).flatMap((rank) => optionsAt(dataset.value, rank))
        addIssue({ message: because(fault.why) })
        return NEVER
      }),
    ),
  measure(asked, posted) {
    const fault = faultIn(asked, postedParts(asked, optionsOf(asked), posted))
    return { now: Number(fault?.rank ?? 0), most: ranksOf(asked).length }
  },
  show: (asked, given, { locale }) => inOrder(asked, given, locale).join('\n'),
  cell: (asked, given, { locale }) => inOrder(asked, given, locale).join('; '),
  written: () => [],
  chosen: (given) => given,
}

function inOrder(asked: Ranking, given: string[], locale: Locale): string[] {
  return given.map((one, at) => `${at + 1} ${optionText(asked, one, locale)}`)
}

/** The places that there are, as they are posted. */
export function ranksOf({ options, most = options.length }: Ranking): string[] {
  return options.slice(0, most).map((_, at) => String(at + 1))
}

function optionsOf({ options }: Ranking): string[] {
  return options.map(({ value }) => value)
}

function optionsAt(given: Parts, rank: string | undefined): string[] {
  return Object.keys(given).filter((option) => given[option] === rank)
}

/** The first place that does not exist, has two options, or none though one after it has. */
function faultIn(asked: Ranking, given: Parts): { why: AnswerError; rank: string } | undefined {
  const ranks = ranksOf(asked)
  const strange = Object.values(given).find((rank) => !ranks.includes(rank))
  if (strange) return { why: 'not_offered', rank: strange }
  const twice = ranks.find((rank) => optionsAt(given, rank).length > 1)
  if (twice) return { why: 'rank_twice', rank: twice }
  const missing = ranks
    .slice(0, Object.keys(given).length)
    .find((rank) => optionsAt(given, rank).length === 0)
  return missing ? { why: 'rank_missing', rank: missing } : undefined
}
