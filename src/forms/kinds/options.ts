import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import type { Chosen, Posted } from '../answers.ts'
import { rule } from '../faults.ts'
import { lineMeasure } from './cleaned.ts'
import { because } from './kind.ts'
import { bilingual, isOwn, name, question, yes } from './settings.ts'

/** So many places a form has at most. */
export const mostSeats = 100_000

const value = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/), v.check(isOwn, rule('name_taken')))
export const option = v.object({ value, label: bilingual, hint: v.optional(bilingual) })

/** As many as that, each of another value. */
export const eachOnce = <One extends v.GenericSchema<unknown, { value: string }>>(one: One, most: number) =>
  v.pipe(
    v.array(one),
    v.minLength(2),
    v.maxLength(most),
    v.check((all) => new Set(all.map((it) => it.value)).size === all.length, rule('options_do_not_hold')),
  )

/** One that may be offered no more, and is still taken from whoever comes back with it. */
export const retirable = v.object({ ...option.entries, retired: v.optional(v.boolean()) })

/** One that so many may choose, in a form of the register. */
export const countable = v.object({
  ...retirable.entries,
  quota: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSeats))),
})

/** The id of the list, where other questions offer the same. */
const list = v.optional(name)

/** What a question offers that has no word of its own for it. */
export const optionsUpTo = (most: number) => ({ list, options: eachOnce(retirable, most) })

/** The settings of a question that offers such options. */
export const offering = <One extends v.GenericSchema>(one: One) => ({
  ...question,
  list,
  options: v.pipe(v.array(one), v.minLength(2), v.maxLength(30)),
  /** An option "something else" whose text the worker writes. */
  other: yes,
  /** Options that mean danger to life. */
  dangerWhen: v.optional(v.array(value), []),
})

export interface Offering {
  name: string
  options: v.InferOutput<typeof retirable>[]
  other: boolean
}

/** The values among which a worker chooses who begins now. */
export function offeredNow({ options, other }: Offering): string[] {
  const values = options.filter((one) => !one.retired).map((one) => one.value)
  return other ? [...values, 'other'] : values
}

/** The longest words of his own that a worker gives in place of what is offered. */
export const mostOfOther = 200

export const otherOf = ({ name }: { name: string }) => `${name}-other`

/** Of a kind that offers options, however many may be chosen. */
export const fromOptions = {
  wants: 'choice' as const,
  controls: (asked: Offering) => (asked.other ? [asked.name, otherOf(asked)] : [asked.name]),
  measure: (asked: Offering, posted: Posted) => lineMeasure(posted.get(otherOf(asked)), mostOfOther),
}

/** One of what is offered, or was. */
export function offered({ options, other }: Offering) {
  const values = options.map((one) => one.value)
  return v.picklist(other ? [...values, 'other'] : values, because('not_offered'))
}

/** An option as it is stored. */
export function stored(asked: Offering, value: string, other: string): Chosen {
  return value === 'other' && asked.other ? { other } : value
}

/** Whether he wrote something where he chose "something else". */
export function saysOther(asked: Offering, values: string[], other: string): boolean {
  return !values.includes('other') || !asked.other || other !== ''
}

/** The value of a chosen option; `other` where the worker wrote one of his own. */
export function optionOf(chosen: Chosen): string {
  return typeof chosen === 'string' ? chosen : 'other'
}

/** An option in words; the value where the form does not offer it. */
export function optionText({ options }: Pick<Offering, 'options'>, chosen: Chosen, locale: Locale): string {
  if (typeof chosen === 'object') return chosen.other
  return options.find((one) => one.value === chosen)?.label[locale] ?? chosen
}

export function writtenIn(chosen: Chosen): string[] {
  return typeof chosen === 'object' ? [chosen.other] : []
}
