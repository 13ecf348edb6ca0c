import { addDays, type Day } from '../orgs/calendar.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'

/** A month of the local calendar, `YYYY-MM`. */
export type Month = string

export function monthIn(zone: string, instant: Date): Month {
  return dayIn(zone, instant).slice(0, 7)
}

export function nextMonth(month: Month): Month {
  return addDays(`${month}-28`, 4).slice(0, 7)
}

export function monthBefore(month: Month): Month {
  return addDays(firstDay(month), -1).slice(0, 7)
}

/** The first instant of a month and the first after it. */
export function spanOf(zone: string, month: Month): { from: Date; to: Date } {
  return { from: instantIn(zone, firstDay(month)), to: instantIn(zone, firstDay(nextMonth(month))) }
}

function firstDay(month: Month): Day {
  return `${month}-01`
}
