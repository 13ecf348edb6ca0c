import type { View } from '../ui/view.ts'

/** Where the figures of a period stand on the page. */
export function anchorOf(period: string): string {
  return `m${period}`
}

/** A month, a quarter or a year as people say it. */
export function nameOf(view: View, period: string): string {
  const t = view.m.board
  const [year, part] = period.split('-')
  if (!part) return t.year(Number(year))
  return part.startsWith('Q')
    ? t.quarter(Number(year), Number(part.slice(1)))
    : t.month(Number(year), Number(part))
}
