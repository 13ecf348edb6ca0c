import { addWorkdays, type Calendar, type Day } from '../orgs/calendar.ts'
import type { Rules } from '../orgs/rules.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'

/** With fewer working days than this the deadline itself is the reminder. */
const longEnough = 3

/**
 * When half of the time to a deadline is gone, for supervision where nothing was noted by then. A half
 * point on a day off waits for the end of the next working day. Null where the time has less than three
 * working days, the day of the event not counted, or where the deadline would come first.
 */
export function halfTime(start: Date, dueAt: Date, { settings, calendar }: Rules): Date | null {
  const last = dayIn(settings.zone, dueAt)
  if (addWorkdays(calendar, dayIn(settings.zone, start), longEnough) > last) return null
  const middle = new Date((start.getTime() + dueAt.getTime()) / 2)
  const half = onWorkday(middle, dayIn(settings.zone, middle), settings.zone, calendar)
  return half < dueAt ? half : null
}

function onWorkday(instant: Date, day: Day, zone: string, calendar: Calendar): Date {
  return calendar.isWorkday(day) ? instant : instantIn(zone, addWorkdays(calendar, day, 1), '23:59:59')
}
