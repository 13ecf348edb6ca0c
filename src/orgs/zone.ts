import { type Day, daysBetween } from './calendar.ts'

/** The local day on which an instant falls. */
export function dayIn(zone: string, instant: Date): Day {
  return localTime(zone, instant).slice(0, 10)
}

/** Local days from one instant to another; none where both fall on the same. */
export function daysFrom(zone: string, from: Date, to: Date): number {
  return daysBetween(dayIn(zone, from), dayIn(zone, to))
}

/** The first instant of the local day of another: what a time is stored as of which only the day is kept. */
export function startOfDay(zone: string, instant: Date): Date {
  return instantIn(zone, dayIn(zone, instant))
}

/** The local time of day, `HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  return localTime(zone, instant).slice(11, 16)
}

/** The instant of a local day and time (`HH:MM:SS`); where a clock change skips it, the next that exists. */
export function instantIn(zone: string, day: Day, time = '00:00:00'): Date {
  const wanted = Date.parse(`${day}T${time}Z`)
  const guess = wanted - offsetAt(zone, wanted)
  return new Date(wanted - offsetAt(zone, guess))
}

/** How far local time is ahead of UTC then, as dates are written with it: `+08:00`. */
export function offsetIn(zone: string, instant: Date): string {
  const minutes = offsetAt(zone, instant.getTime()) / 60_000
  const part = (amount: number) => String(Math.trunc(Math.abs(amount))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`
}

/** The first instant of the local day after. */
export function startOfNextDay(zone: string, now: Date): Date {
  const tomorrow = new Date(Date.parse(dayIn(zone, now)) + 86_400_000).toISOString().slice(0, 10)
  return instantIn(zone, tomorrow)
}

/** How many seconds of the local day are left. */
export function secondsOfDayLeft(zone: string, now: Date): number {
  return Math.ceil((startOfNextDay(zone, now).getTime() - now.getTime()) / 1000)
}

function localTime(zone: string, instant: Date): string {
  const at = instant.getTime()
  return new Date(at + offsetAt(zone, at)).toISOString()
}

const quarterHour = 15 * 60_000
const most = 1000
const offsets = new Map<string, number>()

/** How far local time is ahead of UTC, in milliseconds. Clocks change at a quarter of an hour, if they do. */
function offsetAt(zone: string, at: number): number {
  const quarter = Math.floor(at / quarterHour)
  const key = `${zone} ${quarter}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    offset = offsetOf(zone, quarter * quarterHour)
    if (offsets.size >= most) offsets.clear()
    offsets.set(key, offset)
  }
  return offset
}

function offsetOf(zone: string, at: number): number {
  const map = new Map(
    format(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const get = (type: Intl.DateTimeFormatPartTypes) => map.get(type) ?? ''
  const day = `${get('year')}-${get('month')}-${get('day')}`
  return Date.parse(`${day}T${get('hour')}:${get('minute')}:${get('second')}Z`) - at
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string) {
  let found = formats.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, found)
  }
  return found
}
