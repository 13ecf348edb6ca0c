import { addDays, addWorkdays, type Calendar, type Day, workdayOnOrBefore } from '../orgs/calendar.ts'
import type { Rules } from '../orgs/rules.ts'
import type { Settings } from '../orgs/settings.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'
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
  danger: boolean
  complex: boolean
  acceptedAt: Date | null
  dueAt: Date | null
}

/**
 * When a duty must be done. Lengths are `2h`, `15d` (calendar days) or `1wd` (working days); the day of
 * the event does not count (民法典 201); one that would end on a day off is shown as the working day before.
 */
export function deadlineFor(clock: Clock, subject: Clocked, rules: Rules, now: Date): Deadline {
  const targets = rules.settings.targets
  switch (clock) {
    case 'triage':
      return after(subject.danger ? targets.danger : targets.triage, now, now, rules)
    case 'dispatch':
      return after(subject.danger ? targets.danger : targets.dispatch, now, now, rules)
    case 'sign_for':
      return after(subject.danger ? targets.danger : targets.sign_for, now, now, rules)
    case 'finish': {
      const target = subject.complex ? targets.finish_complex : targets.finish
      return after(target, subject.acceptedAt ?? now, now, rules)
    }
    case 'step':
      return after(targets.step, now, now, rules)
    case 'reopened':
      return after(targets.reopened, now, now, rules)
    case 'info':
    case 'rating':
      return after('10d', now, now, rules)
    case 'mediation':
    case 'look_in':
      return after('15d', now, now, rules)
    case 'objection':
    case 'review':
      return after('30d', now, now, rules)
    case 'withdrawal':
      return after('2wd', now, now, rules)
    case 'extension':
      return after('30d', subject.dueAt ?? now, now, rules)
    case 'retention':
      return after(`${rules.settings.retentionDays}d`, now, now, rules)
  }
}

/** When the first real contact with the worker is due: 24 hours, or two where there is danger. */
export function contactDue(danger: boolean, settings: Settings, now: Date): Date {
  const { amount, unit } = parse(danger ? settings.targets.danger : settings.targets.contact)
  const hours = unit === 'h' ? amount : amount * 24
  return new Date(now.getTime() + hours * 3_600_000)
}

function after(length: string, start: Date, now: Date, { settings, calendar }: Rules): Deadline {
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
  const dueAt = instantIn(settings.zone, last, '23:59:59')
  const twoLeft = instantIn(settings.zone, workdaysBefore(calendar, last, 2), '00:00:00')
  const amber = new Date(Math.min(share(start, dueAt).getTime(), Math.max(twoLeft.getTime(), now.getTime())))
  return { dueAt, amberAt: amount > 2 ? amber : share(start, dueAt), provisional: !calendar.isKnown(last) }
}

function parse(length: string): { amount: number; unit: 'h' | 'd' | 'wd' } {
  const match = /^(\d+)(h|d|wd)$/.exec(length)
  if (!match) throw new Error(`Not a length of time: ${length}`)
  return { amount: Number(match[1]), unit: match[2] as 'h' | 'd' | 'wd' }
}

function share(start: Date, end: Date): Date {
  return new Date(start.getTime() + (end.getTime() - start.getTime()) * 0.7)
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
