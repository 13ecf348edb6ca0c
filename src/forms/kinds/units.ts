import type { Bilingual, Locale } from '../../db/vocabulary.ts'

/** What one of them is called in English; a form gives what a number counts as it stands after many. */
const ones: Record<string, string> = {
  people: 'person',
  children: 'child',
  years: 'year',
  months: 'month',
  weeks: 'week',
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
  times: 'time',
  points: 'point',
  places: 'place',
}

/** A number with what it counts: `1 person`, `2 people`, `3 人`. */
export function withUnit(given: number, unit: Bilingual | undefined, locale: Locale): string {
  const word = unit?.[locale]
  if (!word) return String(given)
  return `${given} ${(locale === 'en' && given === 1 && ones[word]) || word}`
}
