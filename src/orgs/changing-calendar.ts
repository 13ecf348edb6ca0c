import { calendarYears } from '../db/tables/orgs.ts'
import { administersAll } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'
import type { CalendarYear } from './calendar.ts'
import { forgetRules } from './rules.ts'

/** Enters holidays and shifted days of a year, as many as are known, or corrects them. False when the calendar is not his to keep. */
export async function changeYear(
  office: Office,
  { year, daysOff, daysWorked, complete = true }: CalendarYear,
): Promise<boolean> {
  const { db, now, by } = office
  if (!administersAll(by)) return false
  const days = { daysOff, daysWorked, complete, updatedAt: now }
  await db.batch([
    db
      .insert(calendarYears)
      .values({ year, ...days })
      .onConflictDoUpdate({ target: calendarYears.year, set: days }),
    auditRow(office, 'calendar_changed', String(year)),
  ])
  forgetRules()
  return true
}
