import { strictCategories } from '../cases/grievance/categories.ts'
import { type Category, categories } from '../db/vocabulary.ts'
import { leastPeople } from './tallies.ts'

export interface CategoryFigure {
  category: Category
  filed: number
}

/** Categories in which cases are counted at all. */
const countable = categories.filter((category) => !strictCategories.includes(category))

/** The categories whose number may be told, the largest first; all others are told as one number. */
export function tellCategories(
  filed: Partial<Record<Category, number>>,
  total = totalOf(filed),
): CategoryFigure[] {
  if (total < leastPeople) return []
  const told = toldParts(
    countable.map((category) => filed[category] ?? 0),
    total,
  )
  return countable
    .flatMap((category, at) => (told.has(at) ? [{ category, filed: filed[category] ?? 0 }] : []))
    .sort((a, b) => b.filed - a.filed)
}

export function totalOf(filed: Partial<Record<Category, number>>): number {
  return Object.values(filed).reduce((sum, count) => sum + count, 0)
}

/**
 * Which parts of a total of at least five may be told, by their places. Those of fewer than five are not, nor is
 * which of them are empty; and the smallest of the others join them until nobody who knows all that is told,
 * and this rule, can bring one of them down to fewer than five possible values.
 */
export function toldParts(parts: readonly number[], total: number): Set<number> {
  const enough = [...parts.keys()].filter((at) => countAt(parts, at) >= leastPeople)
  const bySize = enough.sort((a, b) => countAt(parts, b) - countAt(parts, a))
  for (let told = bySize; told.length > 0; told = told.slice(0, -1)) {
    const counts = told.map((at) => countAt(parts, at))
    const rest = total - counts.reduce((sum, count) => sum + count, 0)
    if (isSafe(rest, parts.length - told.length, Math.min(...counts))) return new Set(told)
  }
  return new Set()
}

/** Whether parts that are not told keep five possible values, by their sum, their number and the least part told. */
function isSafe(rest: number, hidden: number, leastTold: number): boolean {
  if (rest === 0) return true
  // Every one of them may be 0 to 4, for the others can hold what is left.
  const spread = rest >= leastPeople && rest <= (leastPeople - 1) * (hidden - 1)
  // Or one is large, which may be any, and the others hold the 1 to 4 for which it had to join them.
  const joined = rest >= 2 * leastPeople - 1 && rest - 1 < leastTold
  return spread || joined
}

function countAt(parts: readonly number[], at: number): number {
  return parts[at] ?? 0
}
