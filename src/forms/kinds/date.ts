import * as v from 'valibot'
import { dayFrom, inDayParts } from './day-parts.ts'
import { ahead, type Kind } from './kind.ts'
import { question, yes } from './settings.ts'

export const settings = v.object({
  type: v.literal('date'),
  ...question,
  /** A month is enough. */
  dayOptional: yes,
})
type Asked = v.InferOutput<typeof settings>

export const dateParts = ['year', 'month', 'day'] as const

/** A day, or a month, as `2026-11-22` or `2026-11`. */
export const date: Kind<Asked, string> = {
  ...inDayParts(dateParts),
  compared: 'day',
  check: ({ dayOptional }) => (dayOptional ? dayOrMonth : whole),
  untrueOn: ahead,
}

const whole = dayFrom((read) => (read.length === 10 ? read : null), 'not_a_date')
const dayOrMonth = dayFrom((read) => read, 'not_a_month')
