import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import type { Parts } from '../answers.ts'
import { inParts } from './in-parts.ts'
import { because, type Kind } from './kind.ts'
import { eachOnce, offered, option, optionsUpTo, optionText } from './options.ts'
import { question } from './settings.ts'

/** So many rows and columns a small screen shows. */
export const mostRows = 12
export const mostColumns = 7

export const settings = v.object({
  type: v.literal('matrix'),
  ...question,
  /** What is asked about, each with the same options. */
  rows: eachOnce(option, mostRows),
  ...optionsUpTo(mostColumns),
})
type Matrix = v.InferOutput<typeof settings>

/** One of the same options for each row; where it is required, for all of them. */
export const matrix: Kind<Matrix, Parts> = {
  wants: 'choice',
  ...inParts(rowsOf, wrongOrLeftOut),
  check: (asked) =>
    v.pipe(
      v.record(v.string(), offeredIn(asked)),
      v.check((given) => !asked.required || leftOut(asked, given).length === 0, because('required')),
    ),
  show: (asked, given, { locale }) => rowByRow(asked, given, locale).join('\n'),
  cell: (asked, given, { locale }) => rowByRow(asked, given, locale).join('; '),
  written: () => [],
  chosen: (given) => Object.values(given),
}

function rowByRow(asked: Matrix, given: Parts, locale: Locale): string[] {
  return asked.rows.flatMap((row) => {
    const chosen = given[row.value]
    return chosen
      ? [[row.label[locale], optionText(asked, chosen, locale)].join(locale === 'zh' ? '：' : ': ')]
      : []
  })
}

function rowsOf({ rows }: Matrix): string[] {
  return rows.map(({ value }) => value)
}

const offeredIn = (asked: Matrix) => offered({ ...asked, other: false })

function wrongOrLeftOut(asked: Matrix, given: Parts): string[] {
  const wrong = Object.keys(given).filter((row) => !v.is(offeredIn(asked), given[row]))
  return wrong.length > 0 ? wrong : leftOut(asked, given)
}

function leftOut(asked: Matrix, given: Parts): string[] {
  return rowsOf(asked).filter((row) => !given[row])
}
