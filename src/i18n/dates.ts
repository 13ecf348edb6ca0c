import type { Locale } from '../db/vocabulary.ts'

/** As which browsers and the runtime know how a language writes its dates. */
export const tags = { zh: 'zh-CN', en: 'en-GB' } as const
const kept = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, zone: string, style: 'day' | 'moment' | 'time'): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${style}`
  let found = kept.get(key)
  if (!found) {
    const day = { year: 'numeric', month: 'long', day: 'numeric' } as const
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    const parts = { day, time, moment: { ...day, ...time } }[style]
    found = new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...parts })
    kept.set(key, found)
  }
  return found
}

/** A date as people write it: 2026年11月22日, 22 November 2026. */
export function formatDay(locale: Locale, zone: string, instant: Date): string {
  return format(locale, zone, 'day').format(instant)
}

/** A day for machines: 2026-11-22. */
export function writtenDay(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant)
}

/** A date with its time of day; without, where only the day was kept, as its first instant. */
export function formatMoment(locale: Locale, zone: string, instant: Date): string {
  const isDay = instant.getTime() % 60_000 === 0 && format(locale, zone, 'time').format(instant) === '00:00'
  return format(locale, zone, isDay ? 'day' : 'moment').format(instant)
}

/** The end of a time: the day, and the time of day where it does not end with the day. */
export function formatDeadline(locale: Locale, zone: string, instant: Date): string {
  const endsWithDay = format(locale, zone, 'time').format(instant) === '23:59'
  return endsWithDay ? formatDay(locale, zone, instant) : formatMoment(locale, zone, instant)
}
