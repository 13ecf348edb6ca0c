import type { Settings } from './settings.ts'
import { timeIn } from './zone.ts'

/** Whether nobody is to be woken now: from one local time of day until another, over midnight where that comes first. */
export function isQuiet({ zone, news }: Pick<Settings, 'zone' | 'news'>, now: Date): boolean {
  const { quietFrom: from, quietUntil: until } = news
  const time = timeIn(zone, now)
  return from <= until ? from <= time && time < until : from <= time || time < until
}
