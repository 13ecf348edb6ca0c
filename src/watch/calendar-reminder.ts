import type { Scene } from '../cases/moving.ts'
import { type AlarmData, administrators } from '../cases/notices.ts'
import { deliveryRows } from '../db/outbox.ts'
import { dayIn } from '../orgs/zone.ts'

/**
 * From 1 November, when the holidays of the next year are usually announced, the administrators are asked
 * once a month to load a year that is missing; until then its dates are provisional (暂定).
 */
export async function remindOfCalendar({ db, rules, now }: Scene): Promise<void> {
  const today = dayIn(rules.settings.zone, now)
  const year = Number(today.slice(0, 4)) + 1
  if (today.slice(5, 7) < '11' || rules.calendar.isKnown(`${year}-01-01`)) return
  const data: AlarmData = { why: 'calendar', cases: [], year }
  const period = `calendar-${today.slice(0, 7)}`
  const people = await administrators(db)
  const alarms = people.map(({ email, locale }) => ({
    kind: 'alarm' as const,
    recipient: email,
    period,
    locale,
    data,
  }))
  await deliveryRows(db, now, alarms)
}
