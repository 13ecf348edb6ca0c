import { type Day, firstDay, lastDay } from '../orgs/calendar.ts'
import { readDay } from '../typed/day.ts'

/** A day as `2026-03-08`; of a month its first or its last one. Undefined where nothing was written, null where it is none. */
export function askedDay(typed: string, ofMonth: 'first' | 'last'): Day | undefined | null {
  if (typed === '') return undefined
  const read = readDay({ year: typed, month: '', day: '' })
  if (!read.ok) return null
  if (read.day.length === 10) return read.day
  return ofMonth === 'first' ? firstDay(read.day) : lastDay(read.day)
}
