import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { readMoney } from '../../typed/money.ts'
import { because, type Kind, oneControl } from './kind.ts'
import { question } from './settings.ts'

const fen = v.pipe(v.number(), v.integer(), v.minValue(0))

export const settings = v.object({
  type: v.literal('money'),
  ...question,
  /** In fen, like the answer. */
  min: v.optional(fen, 0),
  max: v.optional(fen, 100_000_000_000),
})
type Money = v.InferOutput<typeof settings>

/** An amount of money, in whole fen. */
export const money: Kind<Money, number> = {
  ...oneControl,
  compared: 'number',
  wants: 'words',
  check: ({ min, max }) =>
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const read = readMoney(dataset.value)
        if (read.ok) return read.fen
        addIssue({ message: because(read.why === 'too_fine' ? 'too_fine' : 'not_money') })
        return NEVER
      }),
      v.minValue(min, because('too_small')),
      v.maxValue(max, because('too_big')),
    ),
  measure: ({ min, max }) => ({ least: min, most: max }),
  bound: inYuan,
  show: (_, given, { locale }) => inYuan(given, locale),
  cell: (_, given) => given / 100,
  unit: () => yuan,
  written: (given) => [decimal(given)],
}

/** In which a table has it. */
export const yuan = { zh: '元', en: 'yuan' }

/** As people write an amount of fen. */
export function inYuan(amount: number, locale: Locale): string {
  const parted = decimal(amount).replace(/\B(?=(?:\d{3})+\.)/g, ',')
  return locale === 'zh' ? `${parted} 元` : parted.replace(/^-?/, '$&¥')
}

const decimal = (amount: number) => (amount / 100).toFixed(2)
