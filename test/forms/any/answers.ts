import * as fc from 'fast-check'
import { isObject } from '../../../src/forms/json.ts'
import type { Kind } from '../examples.ts'

/** What is posted, by the end of the name of each control, and what is kept of it. */
export interface Right {
  posted: Record<string, string | string[]>
  kept: unknown
}
/** The same of what is refused, and why. */
export interface Wrong {
  posted: Record<string, string | string[]>
  why: string
}

type Settings = Record<string, unknown>

const one = (value: string | string[]) => ({ '': value })
const typed = (words: fc.Arbitrary<string>) => words.map((it): Right => ({ posted: one(it), kept: it }))
const wrong = (posted: Wrong['posted'], why: string) => fc.constant<Wrong>({ posted, why })
const two = (number: number) => String(number).padStart(2, '0')

const valuesOf = ({ options }: Settings) =>
  (Array.isArray(options) ? options : []).filter(isObject).map(({ value }) => String(value))
const valuesIn = (list: unknown) => valuesOf({ options: list })
const numberOf = (it: unknown, usual: number) => (typeof it === 'number' ? it : usual)

const partsOf = ({ parts = ['county', 'town', 'detail'], needed = [] }: Settings) => [
  ...new Set([parts, needed].flat().map(String)),
]

const words = fc.stringMatching(/^[a-z一-龥]{1,9}$/)
const within = (most: unknown, usual: number) => typed(words.map((it) => it.slice(0, numberOf(most, usual))))
const chosen = (it: Settings) => typed(fc.constantFrom(...valuesOf(it)))
const ticked = fc.constant<Right>({ posted: one('yes'), kept: true })
const months = fc.record({
  year: fc.integer({ min: 1960, max: 2025 }),
  month: fc.integer({ min: 1, max: 12 }),
})
const asMonth = ({ year, month }: { year: number; month: number }) => ({
  posted: { '-year': String(year), '-month': String(month) },
  kept: `${year}-${two(month)}`,
})
const numbers = ({ min, max }: Settings) => fc.integer({ min: numberOf(min, 0), max: numberOf(max, 99) })

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const residentIds = fc
  .record({
    ...{ year: fc.integer({ min: 1950, max: 2005 }), month: fc.integer({ min: 1, max: 12 }) },
    n: fc.nat(999),
  })
  .map(({ year, month, n }) => {
    const digits = `110105${year}${two(month)}15${String(n).padStart(3, '0')}`
    const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (weights[at] ?? 0), 0)
    return digits + '10X98765432'[sum % 11]
  })

/** Of each kind any answer that is taken. */
export const right: Record<Kind, (it: Settings) => fc.Arbitrary<Right>> = {
  text: ({ maxLength }) => within(maxLength, 200),
  long_text: ({ maxLength }) => within(maxLength, 2000),
  choice: (it) =>
    it.other
      ? fc.oneof(
          chosen(it),
          words.map((other): Right => ({ posted: { '': 'other', '-other': other }, kept: { other } })),
        )
      : chosen(it),
  choices: ({ options, least, most }) => {
    const together = (Array.isArray(options) ? options : []).filter((it) => !it.exclusive)
    const all = valuesIn(together)
    const bounds = {
      minLength: numberOf(least, 1),
      maxLength: Math.min(all.length, numberOf(most, all.length)),
    }
    return fc.subarray(all, bounds).map((it) => ({ posted: one(it), kept: it }))
  },
  yes_no: () => fc.boolean().map((it) => ({ posted: one(it ? 'yes' : 'no'), kept: it })),
  number: (it) => numbers(it).map((n) => ({ posted: one(String(n)), kept: n })),
  scale: () => fc.integer({ min: 1, max: 5 }).map((n) => ({ posted: one(String(n)), kept: n })),
  date: () =>
    fc.tuple(months, fc.integer({ min: 1, max: 28 })).map(([it, day]) => {
      const { posted, kept } = asMonth(it)
      return { posted: { ...posted, '-day': String(day) }, kept: `${kept}-${two(day)}` }
    }),
  phone: () => typed(fc.stringMatching(/^1[3-9]\d{9}$/)),
  email: () => typed(fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.cn$/)),
  credit_code: () => typed(fc.constant('91350100M000100Y43')),
  address: (it) =>
    fc.tuple(...partsOf(it).map((part) => fc.tuple(fc.constant(part), words))).map((all) => ({
      posted: Object.fromEntries(all.map(([part, given]) => [`--${part}`, given])),
      kept: Object.fromEntries(all),
    })),
  list: ({ options }) =>
    fc.constantFrom(...(Array.isArray(options) ? options : [])).map(({ value, label }) => ({
      posted: { '': label.zh, '-id': value },
      kept: value,
    })),
  matrix: (it) =>
    fc
      .tuple(...valuesIn(it.rows).map((row) => fc.tuple(fc.constant(row), fc.constantFrom(...valuesOf(it)))))
      .map((all) => ({
        posted: Object.fromEntries(all.map(([row, value]) => [`--${row}`, value])),
        kept: Object.fromEntries(all),
      })),
  ranking: (it) => {
    const most = Math.min(valuesOf(it).length, numberOf(it.most, 10))
    return fc.shuffledSubarray(valuesOf(it), { minLength: 1, maxLength: most }).map((all) => ({
      posted: Object.fromEntries(all.map((value, at) => [`--${value}`, String(at + 1)])),
      kept: all,
    }))
  },
  place: () =>
    words.map((it) => ({
      posted: { '': it, '--latitude': '30.6124', '--longitude': '117.53' },
      kept: { words: it, at: [30.612, 117.53] },
    })),
  enterprise: () => words.map((name) => ({ posted: one(name), kept: { name, id: null } })),
  name: () => typed(fc.stringMatching(/^[王李张陈][芳伟娜敏]{1,2}$/)),
  resident_id: () => typed(residentIds),
  money: (it) => numbers(it).map((fen) => ({ posted: one((fen / 100).toFixed(2)), kept: fen })),
  month: () => months.map(asMonth),
  time: () =>
    fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => ({
      posted: one(`${hour}:${two(minute)}`),
      kept: `${two(hour)}:${two(minute)}`,
    })),
  declaration: () => ticked,
  signature: () => typed(fc.stringMatching(/^[王李张陈][芳伟娜敏]{1,2}$/)),
  consent: () => ticked,
}

const tooLong = ({ maxLength }: Settings, usual: number) =>
  wrong(one('字'.repeat(numberOf(maxLength, usual) + 1)), 'too_long')
const outside = ({ min, max }: Settings, write: (it: number) => string) =>
  fc.oneof(
    wrong(one(write(numberOf(max, 99) + 1)), 'too_big'),
    ...(numberOf(min, 0) > 0 ? [wrong(one(write(numberOf(min, 0) - 1)), 'too_small')] : []),
  )
const strange = '~'

/** And any that is not. */
export const refused: Record<Kind, (it: Settings) => fc.Arbitrary<Wrong>> = {
  text: (it) => tooLong(it, 200),
  long_text: (it) => tooLong(it, 2000),
  choice: (it) =>
    fc.oneof(
      wrong(one(strange), 'not_offered'),
      ...(it.other ? [wrong(one('other'), 'other_missing')] : []),
      wrong(one([valuesOf(it)[0] ?? '', valuesOf(it)[1] ?? '']), 'twice'),
    ),
  choices: (it) =>
    fc.oneof(
      wrong(one([strange]), 'not_offered'),
      wrong(one([valuesOf(it)[0] ?? '', valuesOf(it)[0] ?? '']), 'twice'),
    ),
  yes_no: () => wrong(one('maybe'), 'not_offered'),
  number: (it) => fc.oneof(wrong(one('很多'), 'not_a_number'), outside(it, String)),
  scale: () =>
    fc.constantFrom('0', '6', '2.5', strange).map((it) => ({ posted: one(it), why: 'not_offered' })),
  date: () =>
    fc.oneof(
      wrong({ '-year': '2025', '-month': '13', '-day': '1' }, 'no_such_month'),
      wrong({ '-year': '2025', '-month': '2', '-day': '30' }, 'no_such_day'),
      wrong({ '-year': '2026', '-month': '12', '-day': '1' }, 'in_the_future'),
    ),
  phone: ({ short, identity }) =>
    wrong(one('很多'), short && !identity ? 'not_a_phone_or_short' : 'not_a_phone'),
  email: () => fc.constantFrom('a@b', 'a', '@b.cn').map((it) => ({ posted: one(it), why: 'not_an_email' })),
  credit_code: () => wrong(one('91350100M000100Y44'), 'not_a_credit_code'),
  address: (it) =>
    wrong(Object.fromEntries(partsOf(it).map((part) => [`--${part}`, '字'.repeat(201)])), 'too_long'),
  list: () => wrong(one('⚑'), 'not_listed'),
  matrix: ({ rows }) => wrong({ [`--${valuesIn(rows)[0]}`]: strange }, 'not_offered'),
  ranking: (it) =>
    fc.oneof(
      wrong({ [`--${valuesOf(it)[0]}`]: '11' }, 'not_offered'),
      wrong({ [`--${valuesOf(it)[0]}`]: '1', [`--${valuesOf(it)[1]}`]: '1' }, 'rank_twice'),
    ),
  place: () => wrong({ '--latitude': '51.5', '--longitude': '0.1' }, 'not_in_china'),
  enterprise: () => wrong(one('字'.repeat(121)), 'too_long'),
  name: () => wrong(one('123'), 'not_a_name'),
  resident_id: () =>
    residentIds.map((id) => ({
      posted: one(id.slice(0, 17) + (id.endsWith('1') ? '2' : '1')),
      why: 'resident_id_mistyped',
    })),
  money: (it) =>
    fc.oneof(
      wrong(one('很多'), 'not_money'),
      outside(it, (fen) => (fen / 100).toFixed(2)),
    ),
  month: () => wrong({ '-year': '2025', '-month': '13' }, 'no_such_month'),
  time: () => wrong(one('25:00'), 'not_a_time'),
  declaration: () => wrong(one('no'), 'required'),
  signature: () => wrong(one('×'), 'not_a_name'),
  consent: () => wrong(one('no'), 'required'),
}
