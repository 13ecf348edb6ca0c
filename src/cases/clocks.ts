import type { Category } from '../db/vocabulary.ts'
import {
  addDays,
  addWorkdays,
  type Calendar,
  type Day,
  workdayOnOrAfter,
  workdayOnOrBefore,
} from '../orgs/calendar.ts'
import type { Rules } from '../orgs/rules.ts'
import type { Settings } from '../orgs/settings.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'
import { categoryRules } from './routing.ts'
import type { Clock } from './workflow.ts'

export interface Deadline {
  dueAt: Date
  /** From here the lamp is amber: 70 % of the time is gone, or two working days are left. */
  amberAt: Date
  /** The date falls in a year whose holidays are not loaded yet (暂定). */
  provisional: boolean
}

/** What a deadline depends on beside its kind. */
export interface Clocked {
  category: Category
  danger: boolean
  complex: boolean
  acceptedAt: Date | null
  dueAt: Date | null
  extensionDays: number
}

/** Days from acceptance to the answer, and by how many the chair may extend them once (信访工作条例 34). */
export const answerWithinDays = 60
export const extensionAtMostDays = 30

/**
 * When a duty must be done. Lengths are `2h`, `15d` (calendar days) or `1wd` (working days); the day of
 * the event does not count (民法典 201). A last day off is shown as the working day before where the duty
 * is ours, and as the one after where it is the worker's (民法典 203).
 */
export function deadlineFor(clock: Clock, subject: Clocked, rules: Rules, now: Date): Deadline {
  const targets = rules.settings.targets
  const urgent = subject.danger ? targets.danger : undefined
  switch (clock) {
    case 'triage':
      return ours(urgent ?? targets.triage, now, rules)
    case 'dispatch':
      return ours(urgent ?? targets.dispatch, now, rules)
    case 'sign_for':
      return ours(urgent ?? targets.sign_for, now, rules)
    case 'finish': {
      const own = categoryRules[subject.category].finish
      const target = subject.complex ? targets.finish_complex : (own ?? targets.finish)
      const plain = ours(target, subject.acceptedAt ?? now, rules)
      if (subject.extensionDays === 0) return withinLimit(plain, subject, rules)
      return withinLimit(ours(`${subject.extensionDays}d`, plain.dueAt, rules), subject, rules)
    }
    case 'step':
      return withinLimit(ours(targets.step, now, rules), subject, rules)
    case 'mediation':
    case 'look_in':
      return withinLimit(ours('15d', now, rules), subject, rules)
    case 'extension':
      return withinLimit(ours(`${subject.extensionDays}d`, subject.dueAt ?? now, rules), subject, rules)
    case 'reopened':
      return ours(targets.reopened, now, rules)
    case 'review':
      return ours('30d', now, rules)
    case 'withdrawal':
      return ours('2wd', now, rules)
    case 'retention':
      return ours(`${rules.settings.retentionDays}d`, now, rules)
    case 'info':
    case 'rating':
      return theirs(10, now, rules)
    case 'objection':
      return theirs(30, now, rules)
  }
}

/** When the first real contact with the worker is due: 24 hours, or two where there is danger. */
export function contactDue(danger: boolean, settings: Settings, now: Date): Date {
  const { amount, unit } = parse(danger ? settings.targets.danger : settings.targets.contact)
  const hours = unit === 'h' ? amount : amount * 24
  return new Date(now.getTime() + hours * 3_600_000)
}

/** The end of a worker's right that lasts some days: the last minute of the last day, rolled past days off. */
export function rightEnds(days: number, from: Date, { settings, calendar }: Rules): Date {
  const last = workdayOnOrAfter(calendar, addDays(dayIn(settings.zone, from), days))
  return instantIn(settings.zone, last, '23:59:59')
}

function ours(length: string, start: Date, { settings, calendar }: Rules): Deadline {
  const { amount, unit } = parse(length)
  if (unit === 'h') {
    const dueAt = new Date(start.getTime() + amount * 3_600_000)
    return { dueAt, amberAt: share(start, dueAt), provisional: false }
  }
  const first = dayIn(settings.zone, start)
  const last =
    unit === 'wd'
      ? addWorkdays(calendar, first, amount)
      : laterOf(first, workdayOnOrBefore(calendar, addDays(first, amount)))
  return until(last, start, { settings, calendar })
}

function theirs(days: number, start: Date, rules: Rules): Deadline {
  const dueAt = rightEnds(days, start, rules)
  return until(dayIn(rules.settings.zone, dueAt), start, rules)
}

/** No target reaches past the outer limit of the law. */
function withinLimit(deadline: Deadline, { acceptedAt, extensionDays }: Clocked, rules: Rules): Deadline {
  if (!acceptedAt) return deadline
  const { settings, calendar } = rules
  const accepted = dayIn(settings.zone, acceptedAt)
  const last = workdayOnOrBefore(calendar, addDays(accepted, answerWithinDays + extensionDays))
  const limit = until(last, acceptedAt, rules)
  return deadline.dueAt > limit.dueAt ? limit : deadline
}

function until(last: Day, start: Date, { settings, calendar }: Rules): Deadline {
  const dueAt = instantIn(settings.zone, last, '23:59:59')
  const twoLeft = instantIn(settings.zone, workdaysBefore(calendar, last, 2), '00:00:00')
  // A duty of two days would be amber from the start.
  const amberAt = twoLeft > start ? earlierOf(share(start, dueAt), twoLeft) : share(start, dueAt)
  return { dueAt, amberAt, provisional: !calendar.isKnown(last) }
}

function parse(length: string): { amount: number; unit: 'h' | 'd' | 'wd' } {
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
