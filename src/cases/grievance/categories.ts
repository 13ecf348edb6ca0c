import { type Category, categories, type Secrecy } from '../../db/vocabulary.ts'

/** Recognition of an injury (工伤保险条例 17), or arbitration (劳动争议调解仲裁法 27). */
export type Claim = 'recognition' | 'arbitration'

interface CategoryRule {
  secrecy: Secrecy
  /** A first human contact within two hours; `unless_denied` where the worker can say there is none. */
  danger?: 'always' | 'unless_denied'
  /** The time to finish, where it is not the general target. */
  finish?: string
  /** What the worker himself may not apply for any more a year after it happened. */
  limited?: Claim
  /** About the union or its cadres: never through the union concerned. */
  goesAbove?: true
}

/** What follows from a category by itself; the table "Categories" of the domain. */
export const categoryRules: Record<Category, CategoryRule> = {
  wages: { secrecy: 'confidential' },
  hours: { secrecy: 'confidential' },
  leave: { secrecy: 'open' },
  insurance: { secrecy: 'confidential' },
  contract: { secrecy: 'confidential', limited: 'arbitration' },
  injury: { secrecy: 'confidential', limited: 'recognition' },
  safety: { secrecy: 'confidential', danger: 'always' },
  women: { secrecy: 'confidential' },
  harassment: { secrecy: 'strict', danger: 'always' },
  platform: { secrecy: 'confidential' },
  hardship: { secrecy: 'confidential' },
  mental: { secrecy: 'strict', danger: 'unless_denied' },
  welfare: { secrecy: 'open' },
  democratic: { secrecy: 'open' },
  organising: { secrecy: 'confidential' },
  legal: { secrecy: 'confidential', finish: '3wd' },
  conduct: { secrecy: 'strict', goesAbove: true },
  suggestion: { secrecy: 'open', finish: '15d' },
  other: { secrecy: 'open' },
}

/** The categories whose cases only the people named for them see. */
export const strictCategories = categories.filter((it) => categoryRules[it].secrecy === 'strict')

/** Categories by how secret their cases are from the beginning. */
export function bySecrecy(all: readonly Category[]): Partial<Record<Secrecy, Category[]>> {
  return Object.groupBy(all, (one) => categoryRules[one].secrecy)
}
