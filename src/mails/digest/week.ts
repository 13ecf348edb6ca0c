import { addDays, type Day } from '../../orgs/calendar.ts'
import { dayIn, instantIn } from '../../orgs/zone.ts'

/** The week that a digest is about, and the instant from which it is due. */
export interface DigestWeek {
  /** ISO 8601 name of the week in which it is sent: `2026-W48`. */
  period: string
  dueSince: Date
  /** The seven local days before that Monday. */
  from: Date
  to: Date
  /** The week that begins, for what is due in it. */
  end: Date
}

/** The week of the most recent Monday, 08:00 in the service's zone; late or early in a week it is the same. */
export function digestWeek(zone: string, now: Date): DigestWeek {
  const monday = mondayOf(dayIn(zone, now))
  const dueSince = instantIn(zone, monday, '08:00:00')
  return dueSince <= now ? weekOf(zone, monday) : weekOf(zone, addDays(monday, -7))
}

function weekOf(zone: string, monday: Day): DigestWeek {
  return {
    period: isoWeek(monday),
    dueSince: instantIn(zone, monday, '08:00:00'),
    from: instantIn(zone, addDays(monday, -7)),
    to: instantIn(zone, monday),
    end: instantIn(zone, addDays(monday, 7)),
  }
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** The year of a week is that of its Thursday. */
function isoWeek(monday: Day): string {
  const thursday = new Date(`${addDays(monday, 3)}T00:00:00Z`)
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - firstOfYear) / (7 * 86_400_000)) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
