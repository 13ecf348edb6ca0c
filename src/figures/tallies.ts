import type { Category } from '../db/vocabulary.ts'
import type { RateCounts } from './rates.ts'

/** No figure that others see rests on fewer people than these. */
export const leastPeople = 5

/** So many people, and how many of them said or got each of some things. */
export interface Tally {
  of: number
  yes: readonly number[]
}

/** What is counted of a month, each told or withheld as a whole: its parts would give each other away. */
export const measures = ['filed', 'contacts', 'answers'] as const
export type Measure = (typeof measures)[number]

export interface Counts extends RateCounts {
  filed: number
}

/** What was counted of a month, cases by their category; nobody outside sees it. */
export interface MonthCounts extends RateCounts {
  filed: Partial<Record<Category, number>>
}

export function tallyOf(measure: Measure, counts: Counts): Tally {
  switch (measure) {
    case 'filed':
      return { of: counts.filed, yes: [] }
    case 'contacts':
      return { of: counts.contactsDue, yes: [counts.contactsInTime] }
    case 'answers':
      return { of: counts.rated, yes: [counts.solved, counts.satisfied] }
  }
}

/** Whether a tally rests on enough people: of each thing, nobody or at least five have it, and have it not. */
export function isTellable({ of, yes }: Tally): boolean {
  return of >= leastPeople && yes.every((count) => isNobodyOrEnough(count) && isNobodyOrEnough(of - count))
}

export function isNobodyOrEnough(people: number): boolean {
  return people === 0 || people >= leastPeople
}

/** What several months, or categories of one, come to together. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0)
  return {
    filed: sum('filed'),
    contactsDue: sum('contactsDue'),
    contactsInTime: sum('contactsInTime'),
    rated: sum('rated'),
    solved: sum('solved'),
    partly: sum('partly'),
    satisfied: sum('satisfied'),
  }
}
