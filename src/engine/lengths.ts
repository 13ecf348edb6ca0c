import {
  addDays,
  addWorkdays,
  type Calendar,
  type Day,
  workdayOnOrAfter,
  workdayOnOrBefore,
} from '../orgs/calendar.ts'
import type { Rules } from '../orgs/rules.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'

/** A date by which something is to be done, and from when its lamp is amber. */
export interface Term {
  dueAt: Date
  /** 70 % of the time is gone, or two working days are left. */
  amberAt: Date
  /** The date falls in a year whose holidays are not loaded yet (暂定). */
  provisional: boolean
}

/**
 * When a duty of ours ends. Lengths are `2h`, `15d` (calendar days) or `1wd` (working days); the day of the
 * event does not count (民法典 201). A last day off is shown as the working day before, if that leaves a full
 * working day to whoever begins (`from`, where its time runs from earlier), else as the one after.
 */
export function ours(length: string, start: Date, rules: Rules, from = start): Term {
  const { settings, calendar } = rules
  const { amount, unit } = parseLength(length)
  if (unit === 'h') {
    const dueAt = new Date(start.getTime() + amount * 3_600_000)
    return { dueAt, amberAt: share(start, dueAt), provisional: false }
  }
  const first = dayIn(settings.zone, start)
  const last =
    unit === 'wd'
      ? addWorkdays(calendar, first, amount)
      : lastDay(calendar, addDays(first, amount), laterOf(first, dayIn(settings.zone, from)))
  return until(last, from, rules)
}

function lastDay(calendar: Calendar, day: Day, begun: Day): Day {
  const before = workdayOnOrBefore(calendar, day)
  return before >= addWorkdays(calendar, begun, 1) ? before : workdayOnOrAfter(calendar, day)
}

/** The later of two terms. */
export function later(a: Term, b: Term): Term {
  return a.dueAt > b.dueAt ? a : b
}

/** When a right of the worker ends that lasts some days; a last day off rolls forward (民法典 203). */
export function theirs(days: number, start: Date, rules: Rules): Term {
  const last = addDays(dayIn(rules.settings.zone, start), days)
  return until(workdayOnOrAfter(rules.calendar, last), start, rules)
}

/** The end of an outer limit of some days, on the working day before where it falls on a day off. */
export function limitOf(days: number, start: Date, rules: Rules): Term {
  const first = dayIn(rules.settings.zone, start)
  return until(workdayOnOrBefore(rules.calendar, addDays(first, days)), start, rules)
}

/** A length of hours in hours; days and working days are days of 24 hours here. */
export function hoursOf(length: string): number {
  const { amount, unit } = parseLength(length)
  return unit === 'h' ? amount : amount * 24
}

export function within(start: Date, dueAt: Date): Term {
  return { dueAt, amberAt: share(start, dueAt), provisional: false }
}

function until(last: Day, start: Date, { settings, calendar }: Rules): Term {
  const dueAt = instantIn(settings.zone, last, '23:59:59')
  const twoLeft = instantIn(settings.zone, workdaysBefore(calendar, last, 2), '00:00:00')
  // A duty of two days would be amber from the start.
  const amberAt = twoLeft > start ? earlierOf(share(start, dueAt), twoLeft) : share(start, dueAt)
  return { dueAt, amberAt, provisional: !calendar.isKnown(last) }
}

function parseLength(length: string): { amount: number; unit: 'h' | 'd' | 'wd' } {
  const match = /^(\d+)(h|d|wd)$/.exec(length)
  if (!match) throw new Error(`Not a length of time: ${length}`)
  return { amount: Number(match[1]), unit: match[2] as 'h' | 'd' | 'wd' }
}

function share(start: Date, end: Date): Date {
  return new Date(start.getTime() + (end.getTime() - start.getTime()) * 0.7)
}

function earlierOf(a: Date, b: Date): Date {
  return a < b ? a : b
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

function workdaysBefore(calendar: Calendar, day: Day, count: number): Day {
  let current = day
  for (let left = count; left > 0; ) {
    current = addDays(current, -1)
    if (calendar.isWorkday(current)) left -= 1
  }
  return current
}
