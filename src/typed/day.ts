import { closedUp } from './half-width.ts'

export interface DayParts {
  year: string
  month: string
  day: string
}

/** `unclear`: no date was written; the others are dates that no calendar has. */
export type DayFault = 'unclear' | 'no_such_month' | 'no_such_day'

export type DayRead = { ok: true; day: string } | { ok: false; why: DayFault }

/** A day as `2026-03-08`, or a month as `2026-03` where no day was written. */
export function readDay(typed: DayParts): DayRead {
  const { year, month, day } = partsIn(typed)
  if (!/^(19|20)\d\d$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{0,2}$/.test(day)) return no('unclear')
  if (Number(month) < 1 || Number(month) > 12) return no('no_such_month')
  const first = `${year}-${month.padStart(2, '0')}`
  if (day === '') return { ok: true, day: first }
  const whole = `${first}-${day.padStart(2, '0')}`
  return isDay(whole) ? { ok: true, day: whole } : no('no_such_day')
}

/** Whether a calendar has this day, `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** A whole date in the first field is meant for all three. */
function partsIn({ year, month, day }: DayParts): DayParts {
  const first = closedUp(year)
  const [, ...parts] =
    /^(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D?$/.exec(first) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(first) ?? []
  if (parts.length > 0 && month === '' && day === '') {
    const [wholeYear = '', wholeMonth = '', wholeDay = ''] = parts
    return { year: wholeYear, month: wholeMonth, day: wholeDay }
  }
  return { year: part(first), month: part(month), day: part(day) }
}

/** As many write the sign of the part behind its number. */
const part = (text: string) => closedUp(text).replace(/[年月日号]$/, '')

const no = (why: DayFault): DayRead => ({ ok: false, why })
