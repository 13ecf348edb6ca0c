import type { Category } from '../db/vocabulary.ts'
import type { MonthlyFigures } from './monthly.ts'
import type { Month } from './months.ts'
import { type Rate, type RateCounts, threeRates } from './rates.ts'
import { leastPeople, type Published, publish } from './suppressing.ts'

export interface PublishedMonth {
  month: Month
  filed: Published
  /** None where even the total is withheld: that a category occurs would be told of very few. */
  categories: { category: Category; filed: Published }[]
  rates: Record<'response' | 'solved' | 'satisfied', Rate | 'withheld'>
}

/**
 * What anybody may see of months that are over, newest first. The month that runs is left out: figures
 * that change from hour to hour would tell, to someone who looks twice, that one person has just filed.
 */
export function publishedMonths(rows: MonthlyFigures[], running: Month): PublishedMonth[] {
  const past = rows.filter((row) => row.month < running)
  const months = Map.groupBy(past, (row) => row.month)
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, figures]) => publishedMonth(month, figures))
}

function publishedMonth(month: Month, figures: MonthlyFigures[]): PublishedMonth {
  const { parts, total } = publish(new Map(figures.map((row) => [row.category, row.filed])))
  const rates = threeRates(summed(figures))
  // A total that is withheld must not come back as the denominator of a rate.
  const shown = (rate: Rate) => (total === 'withheld' || isSmall(rate.denominator) ? 'withheld' : rate)
  return {
    month,
    filed: total,
    categories: total === 'withheld' ? [] : filled(parts),
    rates: {
      response: shown(rates.response),
      solved: shown(rates.solved),
      satisfied: shown(rates.satisfied),
    },
  }
}

function summed(figures: MonthlyFigures[]): RateCounts {
  const sum = (column: keyof RateCounts) => figures.reduce((all, row) => all + row[column], 0)
  return {
    contactsDue: sum('contactsDue'),
    contactsInTime: sum('contactsInTime'),
    rated: sum('rated'),
    solved: sum('solved'),
    partly: sum('partly'),
    satisfied: sum('satisfied'),
  }
}

function isSmall(people: number): boolean {
  return people > 0 && people < leastPeople
}

function filled(parts: Map<Category, Published>): PublishedMonth['categories'] {
  return [...parts]
    .map(([category, filed]) => ({ category, filed }))
    .filter(({ filed }) => filed !== 0)
    .sort((a, b) => size(b.filed) - size(a.filed))
}

/** Withheld ones last, in the order they came: their place must not tell their size. */
function size(filed: Published): number {
  return filed === 'withheld' ? 0 : filed
}
