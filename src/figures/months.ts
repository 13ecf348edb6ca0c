import { firstDay, type Month, nextMonth } from '../orgs/calendar.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'

/** What stands in for months that tell too little alone: a quarter, `YYYY-Qn`, or a year, `YYYY`. */
export type LongerPeriod = string

export function monthIn(zone: string, instant: Date): Month {
  return dayIn(zone, instant).slice(0, 7)
}

/** The first instant of a month and the first after it. */
export function spanOf(zone: string, month: Month): { from: Date; to: Date } {
  return { from: instantIn(zone, firstDay(month)), to: instantIn(zone, firstDay(nextMonth(month))) }
}

export function quarterOf(month: Month): LongerPeriod {
  return `${yearOf(month)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

export function yearOf(month: Month): LongerPeriod {
  return month.slice(0, 4)
}

/** Whether a longer period is over with this month. */
export function endsQuarter(month: Month): boolean {
  return Number(month.slice(5)) % 3 === 0
}

export function endsYear(month: Month): boolean {
  return month.endsWith('-12')
}

/** The month with which a period ends. */
export function lastMonthOf(period: Month | LongerPeriod): Month {
  const quarter = /-Q(\d)$/.exec(period)?.[1]
  if (quarter) return `${yearOf(period)}-${String(3 * Number(quarter)).padStart(2, '0')}`
  return period.length === 4 ? `${period}-12` : period
}
