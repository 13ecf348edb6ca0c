import * as v from 'valibot'
import { dayFrom, inDayParts } from './day-parts.ts'
import { ahead, type Kind } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({ type: v.literal('month'), ...question })
type Month = v.InferOutput<typeof settings>

export const monthParts = ['year', 'month'] as const

/** A month of a year, as `2026-11`; of a day that was written its month. */
export const month: Kind<Month, string> = {
  ...inDayParts(monthParts),
  compared: 'day',
  check: () => yearAndMonth,
  untrueOn: ahead,
}

const yearAndMonth = dayFrom((read) => read.slice(0, 7), 'not_year_and_month')
