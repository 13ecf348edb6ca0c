import type { Scene } from '../cases/moving.ts'
import { administrators, noticeTo } from '../cases/notices.ts'
import { dayIn } from '../orgs/zone.ts'

/**
 * From 1 November, when the holidays of the next year are usually announced, the administrators are asked
 * once a month to load a year that is missing; until then its dates are provisional (暂定).
 */
export async function remindOfCalendar({ db, rules, now }: Scene): Promise<void> {
  const today = dayIn(rules.settings.zone, now)
  const year = Number(today.slice(0, 4)) + 1
  if (today.slice(5, 7) < '11' || rules.calendar.isKnown(`${year}-01-01`)) return
  const data = { why: 'calendar' as const, cases: [], year }
  const notices = (await administrators(db)).map((person) =>
    noticeTo(db, person, 'alarm', `calendar-${today.slice(0, 7)}`, data, now),
  )
  const [first, ...rest] = notices
  if (first) await db.batch([first, ...rest])
}
