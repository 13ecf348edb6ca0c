import { addDays, addWorkdays, workdayOnOrAfter } from '../../src/orgs/calendar.ts'
import type { Rules } from '../../src/orgs/rules.ts'
import { dayIn, instantIn, timeIn } from '../../src/orgs/zone.ts'

const minute = 60_000
const lengths = { m: minute, h: 60 * minute, d: 24 * 60 * minute }

/** When a story begins: `12d 21:40` is a local time some days before `now`, `3h` so much before it. */
export function beginning(filed: string, { settings }: Rules, now: Date): Date {
  const [ago = '', at] = filed.split(' ')
  const back = new Date(now.getTime() - parse(ago))
  return at ? instantIn(settings.zone, dayIn(settings.zone, back), `${at}:00`) : back
}

/** A length of time after an instant; working days end at ten in the morning. */
export function afterwards(length: string, from: Date, { settings, calendar }: Rules): Date {
  const workdays = /^(\d+)wd$/.exec(length)?.[1]
  if (!workdays) return new Date(from.getTime() + parse(length))
  const day = addWorkdays(calendar, dayIn(settings.zone, from), Number(workdays))
  return instantIn(settings.zone, day, '10:00:00')
}

/** The instant itself in office hours, else some minutes after the next opening. */
export function inOfficeHours(at: Date, spread: number, { settings, calendar }: Rules): Date {
  const { zone } = settings
  const today = dayIn(zone, at)
  const time = timeIn(zone, at)
  if (calendar.isWorkday(today) && time >= '08:30' && time < '17:45') return at
  const from = time >= '17:45' ? addDays(today, 1) : today
  const opening = instantIn(zone, workdayOnOrAfter(calendar, from), '08:30:00')
  return new Date(opening.getTime() + (spread % 75) * minute)
}

/** The instant itself by day, else next morning: nobody writes to the union at four at night twice. */
export function whenAwake(at: Date, spread: number, { settings }: Rules): Date {
  const { zone } = settings
  const time = timeIn(zone, at)
  if (time >= '07:00' && time < '23:30') return at
  const day = time >= '23:30' ? addDays(dayIn(zone, at), 1) : dayIn(zone, at)
  return new Date(instantIn(zone, day, '07:10:00').getTime() + (spread % 90) * minute)
}

/** A story never reaches past the present: what would, is drawn into the time that is left. */
export function notPast(now: Date, at: Date, before: Date): Date {
  if (at.getTime() < now.getTime() - 2 * minute) return at
  return new Date(before.getTime() + (now.getTime() - before.getTime()) / 3)
}

function parse(length: string): number {
  const match = /^(\d+)(m|h|d)$/.exec(length)
  if (!match) throw new Error(`Not a length of time: ${length}`)
  return Number(match[1]) * lengths[match[2] as keyof typeof lengths]
}
