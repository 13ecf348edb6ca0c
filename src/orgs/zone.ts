import type { Day } from './calendar.ts'

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

function parts(zone: string, instant: Date) {
  const map = new Map(
    format(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const get = (type: Intl.DateTimeFormatPartTypes) => map.get(type) ?? ''
  return {
    day: `${get('year')}-${get('month')}-${get('day')}`,
    time: `${get('hour')}:${get('minute')}:${get('second')}`,
  }
}

/** The local day on which an instant falls. */
export function dayIn(zone: string, instant: Date): Day {
  return parts(zone, instant).day
}

/** The local time of day, `HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  return parts(zone, instant).time.slice(0, 5)
}

/** The instant of a local day and time (`HH:MM:SS`); where a clock change skips it, the next that exists. */
export function instantIn(zone: string, day: Day, time = '00:00:00'): Date {
  const wanted = Date.parse(`${day}T${time}Z`)
  const offsetAt = (guess: number) => {
    const local = parts(zone, new Date(guess))
    return Date.parse(`${local.day}T${local.time}Z`) - Math.floor(guess / 1000) * 1000
  }
  const guess = wanted - offsetAt(wanted)
  return new Date(wanted - offsetAt(guess))
}
