import type { XPath } from './xpath.ts'

/** Whole years from a day until today, as such a file works them out: to the day. */
export function ageOut(day: string): string {
  return `int((format-date(today(), '%Y%m%d') - format-date(${day}, '%Y%m%d')) div 10000)`
}

/** The day from which on it counts years until today, so or as people write it; null where it does not. */
export function ageIn(it: XPath): XPath | null {
  const [years] = it.is === 'call' && ['int', 'floor'].includes(it.name) ? it.args : []
  if (years?.is !== 'binary' || years.operator !== 'div' || years.right.is !== 'number') return null
  const { left, right } = years
  if (left.is !== 'binary' || left.operator !== '-') return null
  const [until, since] = [dayOf(left.left), dayOf(left.right)]
  const isToday = until?.day.is === 'call' && until.day.name === 'today'
  if (!isToday || !since || since.by !== until.by) return null
  const counts = until.by === 'format-date' ? [10_000] : [365, 365.24, 365.25, 365.2425]
  return counts.includes(right.value) ? since.day : null
}

/** A day, as the number that is made of it. */
function dayOf(it: XPath): { by: string; day: XPath } | null {
  if (it.is !== 'call' || it.name === 'today') return { by: 'day', day: it }
  const [day, format] = it.args
  if (!day) return null
  if (it.name === 'decimal-date-time' || it.name === 'date') return { by: 'day', day }
  const isWhole = it.name === 'format-date' && format?.is === 'text' && format.value === '%Y%m%d'
  return isWhole ? { by: 'format-date', day } : null
}
