import chineseDays from 'chinese-days'
import { addDays, type CalendarYear } from './calendar.ts'

/** The years the package knows; for any other it answers wrongly, in silence. */
const first = 2004
const last = 2026

/** The public holidays and shifted working days of a year of mainland China, or null for one not known. */
export function knownYear(year: number): CalendarYear | null {
  if (year < first || year > last) return null
  const daysOff: string[] = []
  const daysWorked: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const isWeekend = weekday === 0 || weekday === 6
    const isWorked = chineseDays.isWorkday(day)
    if (isWorked === isWeekend) (isWorked ? daysWorked : daysOff).push(day.slice(5))
  }
  return { year, daysOff, daysWorked }
}
