import type { Lamp } from '../db/vocabulary.ts'
import type { Messages } from '../i18n/catalog.ts'
import { dayIn } from '../orgs/zone.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long there is until a deadline, in words; the last six hours are counted in hours. */
export function timeLeft(m: Messages, zone: string, dueAt: Date | null, now: Date): string {
  const t = m.desk.left
  if (!dueAt) return t.none
  const left = dueAt.getTime() - now.getTime()
  const days = (Date.parse(dayIn(zone, dueAt)) - Date.parse(dayIn(zone, now))) / day
  if (left < 0) return days === 0 ? t.overdueToday : t.overdue(-days)
  if (left < 6 * hour) return t.hours(Math.max(1, Math.floor(left / hour)))
  if (days === 0) return t.today
  return days === 1 ? t.tomorrow : t.days(days)
}

/** The lamp at this moment; the stored one may be an hour old. */
export function lampNow(it: { dueAt: Date | null; lamp: Lamp }, now: Date): Lamp {
  return it.dueAt && it.dueAt < now ? 'red' : it.lamp
}
