import { addDays, type CalendarYear } from './calendar.ts'

export type Entered =
  | { ok: true; days: CalendarYear }
  | { ok: false; field: 'off' | 'worked'; why: 'unreadable' | 'both'; text: string }

/**
 * A year as an administrator types it: days and ranges, month first (`10-01~10-07`). Weekends among the days
 * off and weekdays among the days worked say nothing new and are left out.
 */
export function enterYear(year: number, typed: { off: string; worked: string }): Entered {
  const off = readDays(year, typed.off)
  if (typeof off === 'string') return { ok: false, field: 'off', why: 'unreadable', text: off }
  const worked = readDays(year, typed.worked)
  if (typeof worked === 'string') return { ok: false, field: 'worked', why: 'unreadable', text: worked }
  const both = worked.find((day) => off.includes(day))
  if (both) return { ok: false, field: 'worked', why: 'both', text: both }
  return {
    ok: true,
    days: {
      year,
      daysOff: off.filter((day) => !isWeekend(year, day)),
      daysWorked: worked.filter((day) => isWeekend(year, day)),
    },
  }
}

/** Days as they are typed: runs of days as ranges. */
export function writeDays(year: number, days: string[]): string {
  const runs: string[][] = []
  for (const day of days.toSorted()) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && addDays(`${year}-${before}`, 1).slice(5) === day) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}~${run.at(-1)}` : run.join(' '))).join(' ')
}

/** The days, or the first piece that is none. */
function readDays(year: number, text: string): string[] | string {
  const days = new Set<string>()
  for (const piece of text
    .normalize('NFKC')
    .replace(/\s*[~—–]\s*/g, '~')
    .split(/[\s,、;]+/)) {
    if (piece === '') continue
    const [from = '', to = from, ...more] = piece.split('~').map(tidy)
    if (more.length > 0 || !isDay(year, from) || !isDay(year, to) || to < from) return piece
    for (let day = from; day <= to && day >= from; day = addDays(`${year}-${day}`, 1).slice(5)) days.add(day)
  }
  return [...days].sort()
}

const tidy = (text: string) => text.replace(/^(\d{1,2})[-./](\d{1,2})$/, pad)
const pad = (_: string, month: string, day: string) => `${month.padStart(2, '0')}-${day.padStart(2, '0')}`

function isDay(year: number, day: string): boolean {
  if (!/^\d\d-\d\d$/.test(day)) return false
  const date = new Date(`${year}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === day
}

function isWeekend(year: number, day: string): boolean {
  return [0, 6].includes(new Date(`${year}-${day}T00:00:00Z`).getUTCDay())
}
