/** A day of the local calendar, `YYYY-MM-DD`. */
export type Day = string

/** A month of it, `YYYY-MM`. */
export type Month = string

export interface CalendarYear {
  year: number
  daysOff: string[]
  daysWorked: string[]
  /** Not all of its days are entered yet. */
  complete?: boolean
}

/** Working days of mainland China: weeks, public holidays and shifted days, as far as years are known. */
export interface Calendar {
  isWorkday(day: Day): boolean
  /** A year counts as known when somebody says so; until then what falls in it is provisional (暂定). */
  isKnown(day: Day): boolean
  /** Grows with every change, so that dates computed by an older one can be found. */
  version: number
}

export function calendarOf(years: CalendarYear[], version = newestOf(years)): Calendar {
  const known = new Map(
    years.map(({ year, daysOff, daysWorked, complete = true }) => [
      year,
      { off: new Set(daysOff), worked: new Set(daysWorked), complete },
    ]),
  )
  const yearOf = (day: Day) => known.get(Number(day.slice(0, 4)))
  return {
    version,
    isKnown: (day) => yearOf(day)?.complete === true,
    isWorkday(day) {
      const monthDay = day.slice(5)
      if (yearOf(day)?.off.has(monthDay)) return false
      if (yearOf(day)?.worked.has(monthDay)) return true
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      return weekday !== 0 && weekday !== 6
    },
  }
}

function newestOf(years: CalendarYear[]): number {
  return Math.max(0, ...years.map(({ year }) => year))
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

export function nextMonth(month: Month): Month {
  return addDays(`${month}-28`, 4).slice(0, 7)
}

export function monthBefore(month: Month): Month {
  return addDays(firstDay(month), -1).slice(0, 7)
}

export function firstDay(month: Month): Day {
  return `${month}-01`
}

export function lastDay(month: Month): Day {
  return addDays(firstDay(nextMonth(month)), -1)
}

/** Days of the calendar from one to the other. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** The `count`-th working day after `day`; the day itself does not count (民法典 201). */
export function addWorkdays(calendar: Calendar, day: Day, count: number): Day {
  let current = day
  for (let left = count; left > 0; ) {
    current = addDays(current, 1)
    if (calendar.isWorkday(current)) left -= 1
  }
  return current
}

/** The day itself if it is worked, else the last worked day before it. */
export function workdayOnOrBefore(calendar: Calendar, day: Day): Day {
  return calendar.isWorkday(day) ? day : workdayOnOrBefore(calendar, addDays(day, -1))
}

/** The day itself if it is worked, else the first worked day after it (民法典 203). */
export function workdayOnOrAfter(calendar: Calendar, day: Day): Day {
  return calendar.isWorkday(day) ? day : workdayOnOrAfter(calendar, addDays(day, 1))
}
