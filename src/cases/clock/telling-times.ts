import { type SQL, sql } from 'drizzle-orm'
import { addDays, addWorkdays, type Calendar, type Day } from '../../orgs/calendar.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn, instantIn } from '../../orgs/zone.ts'
import { top } from './ladder.ts'

/** At what hour of a working day people are told of what is late, where nobody is in danger. */
const opens = '08:00:00'
/** How long danger waits on each step. */
const dangerStepHours = 6

/** A working day on which people are told: its name, when that begins, and when on those around it. */
export interface DayOfTelling {
  name: Day
  begins: number
  /** On the days before, the last one first. */
  before: number[]
  /** On the next one. */
  next: number
}

/** Today as a day of telling; null on a day off, and before it begins. */
export function dayOfTelling({ rules: { settings, calendar }, now }: Scene): DayOfTelling | null {
  const name = dayIn(settings.zone, now)
  const beginning = (day: Day) => instantIn(settings.zone, day, opens).getTime()
  if (!calendar.isWorkday(name) || now.getTime() < beginning(name)) return null
  return {
    name,
    begins: beginning(name),
    before: workdaysBefore(calendar, name, top).map(beginning),
    next: beginning(addWorkdays(calendar, name, 1)),
  }
}

function workdaysBefore(calendar: Calendar, day: Day, count: number): Day[] {
  const found: Day[] = []
  for (let it = addDays(day, -1); found.length < count; it = addDays(it, -1))
    if (calendar.isWorkday(it)) found.push(it)
  return found
}

/** SQL over `cases`: one step for each day of telling since it is late. */
export function stepOfDay({ before }: DayOfTelling): SQL {
  const steps = before.slice(0, top - 1).map((begun, at) => sql`when due_at >= ${begun} then ${at + 1}`)
  return sql`case ${sql.join(steps, sql` `)} else ${top} end`
}

/** SQL over `cases`: one step for every six hours since it is late, by day and by night. */
export function dangerStep(now: Date): SQL {
  const length = dangerStepHours * 3_600_000
  return sql`min(${top}, 1 + cast((${now.getTime()} - due_at) / ${length} as integer))`
}
