import type { Db } from '../db/client.ts'
import { calendarYears, settings } from '../db/tables/orgs.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { type Settings, settingsFrom } from './settings.ts'

/** What holds for the whole service: the federation's settings and its calendar. */
export interface Rules {
  settings: Settings
  calendar: Calendar
}

const freshFor = 30_000
let kept: { rules: Rules; at: number } | undefined

/** The rules, read at most once in half a minute by each isolate. */
export async function loadRules(db: Db, now: Date): Promise<Rules> {
  if (kept && Math.abs(now.getTime() - kept.at) < freshFor) return kept.rules
  try {
    const [settingRows, years] = await db.batch([db.select().from(settings), db.select().from(calendarYears)])
    const rules = { settings: settingsFrom(settingRows), calendar: calendarOf(years, newest(years)) }
    kept = { rules, at: now.getTime() }
    return rules
  } catch (error) {
    // Where the database does not answer, old rules still let a page give back what was typed.
    if (kept) return kept.rules
    throw error
  }
}

function newest(years: { updatedAt: Date }[]): number {
  return Math.max(0, ...years.map(({ updatedAt }) => updatedAt.getTime()))
}

/** To be called by whoever changes a setting or a calendar year. */
export function forgetRules(): void {
  kept = undefined
}
