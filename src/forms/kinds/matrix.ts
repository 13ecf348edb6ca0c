import * as v from 'valibot'
import type { Parts, Posted } from '../answers.ts'
import { because, controlOf, type Kind } from './kind.ts'
import { offered, optionsUpTo, optionText } from './options.ts'
import { question } from './settings.ts'

export const settings = v.object({
  type: v.literal('matrix'),
  ...question,
  /** What is asked about, each with the same options. */
  rows: optionsUpTo(12),
  options: optionsUpTo(7),
})
type Matrix = v.InferOutput<typeof settings>

/** One of the same options for each row; where it is required, for all of them. */
export const matrix: Kind<Matrix, Parts> = {
  wants: 'choice',
  controls: (asked) => asked.rows.map(({ value }) => controlOf(asked, value)),
  read(asked, posted) {
    const given = chosenIn(asked, posted)
    return Object.keys(given).length > 0 ? given : undefined
  },
  check: (asked) =>
    v.pipe(
      v.record(v.string(), offered({ ...asked, other: false })),
      v.check((given) => !asked.required || leftOut(asked, given).length === 0, because('required')),
    ),
  faultyParts(asked, posted) {
    const given = chosenIn(asked, posted)
    if (Object.keys(given).length === 0) return []
    const isTaken = (row: string) => v.is(offered({ ...asked, other: false }), given[row])
    const wrong = Object.keys(given).filter((row) => !isTaken(row))
    return wrong.length > 0 ? wrong : leftOut(asked, given)
  },
  show(asked, given, { locale }) {
    const lines = asked.rows.flatMap((row) => {
      const chosen = given[row.value]
      return chosen ? [[row.label[locale], optionText(asked, chosen, locale)]] : []
    })
    return lines.map((line) => line.join(locale === 'zh' ? '：' : ': ')).join('\n')
  },
  written: () => [],
  chosen: (given) => Object.values(given),
}

function chosenIn(asked: Matrix, posted: Posted): Parts {
  const all = asked.rows.map(({ value }) => [value, posted.get(controlOf(asked, value))])
  return Object.fromEntries(all.filter(([, chosen]) => chosen))
}

function leftOut({ rows }: Matrix, given: Parts): string[] {
  return rows.map(({ value }) => value).filter((row) => !given[row])
}
