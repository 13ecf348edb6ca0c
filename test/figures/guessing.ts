import type { Publication } from '../../src/figures/published.ts'
import type { Measure, MonthCounts } from '../../src/figures/tallies.ts'
import { publish } from '../../src/figures/telling-months.ts'

const plenty = { contactsDue: 20, contactsInTime: 20, rated: 20, solved: 20, partly: 0, satisfied: 20 }

/** A month of which everything can be told, but for what a test says. */
export function monthOf(changes: Partial<MonthCounts> = {}): MonthCounts {
  return { filed: { wages: 40 }, ...plenty, ...changes }
}

/**
 * All that is published by the end of a year of some quarters: `shape` says how many months of each are the
 * next of `months`; in its others there is plenty.
 */
export function yearOf(shape: number[], months: MonthCounts[]): Publication[] {
  const coming = [...months]
  let all: Publication[] = []
  for (const [at, free] of shape.entries()) {
    for (let n = 0; n < 3; n += 1) {
      const month = `2026-${String(3 * (4 - shape.length + at) + n + 1).padStart(2, '0')}`
      all = [...all, ...publish(all, month, (n < free && coming.shift()) || monthOf())]
    }
  }
  return all
}

/**
 * What somebody can guess who knows the program and all that is published: the fewest values that a cell may have
 * in a withheld month, over all years that look the same. A cell that can only be nobody is left out: it says
 * nothing of anybody. Of years in which not all is `told` together in the end there are more than a test can
 * count, so that each test says which it has in full.
 */
export function fewestValues(
  years: Iterable<Publication[]>,
  measure: Measure,
  isTold: boolean,
  cells: ((counts: MonthCounts) => number)[],
): number {
  const values: number[] = []
  for (const alike of groups(years).values()) {
    const told = new Set(alike[0]?.flatMap((it) => it.told[measure]?.months ?? []))
    const withheld = (alike[0] ?? []).filter((it) => it.counts && !it.told[measure])
    if (withheld.every(({ period }) => told.has(period)) !== isTold) continue
    for (const { period } of withheld)
      for (const cell of cells) {
        const of = (all: Publication[]) => all.find((it) => it.period === period)?.counts
        const possible = new Set(alike.map(of).map((counts) => (counts ? cell(counts) : Number.NaN)))
        if (possible.size > 1 || !possible.has(0)) values.push(possible.size)
      }
  }
  return Math.min(...values)
}

function groups(years: Iterable<Publication[]>): Map<string, Publication[][]> {
  const alike = new Map<string, Publication[][]>()
  for (const all of years) {
    const seen = JSON.stringify(all.map(({ period, told }) => [period, told]))
    const group = alike.get(seen)
    if (group) group.push(all)
    else alike.set(seen, [all])
  }
  return alike
}

/** All ways in which a number is the sum of so many. */
export function* splits(sum: number, parts: number): Generator<number[]> {
  if (parts === 1) return yield [sum]
  for (let first = 0; first <= sum; first += 1)
    for (const rest of splits(sum - first, parts - 1)) yield [first, ...rest]
}
