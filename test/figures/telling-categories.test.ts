import { expect, test } from 'vitest'
import { toldParts } from '../../src/figures/telling-categories.ts'
import { splits } from './guessing.ts'

const told = (parts: number[]) => {
  const shown = toldParts(
    parts,
    parts.reduce((a, b) => a + b),
  )
  return parts.map((count, at) => (shown.has(at) ? count : null))
}

test.each([
  ['nothing small is shown as it is, and nobody is nobody', [7, 5, 0, 0], [7, 5, null, null]],
  [
    'small ones are one number together, empty ones among them',
    [12, 3, 2, 0, 0],
    [12, null, null, null, null],
  ],
  ['one small one takes the next with it', [12, 3, 9, 0, 0], [12, null, null, null, null]],
  [
    'ones that fill all that is left tell what they are, and so nothing is told',
    [4, 4, 4, 5],
    [null, null, null, null],
  ],
  ['a large one hides a small one', [30, 20, 2, 0], [30, null, null, null]],
])('%s', (_, parts, shown) => {
  expect(told(parts)).toEqual(shown)
})

test.each([3, 4, 5])('of %i parts none that is withheld is narrowed to fewer than five numbers', (count) => {
  const most = count === 5 ? 12 : 20
  for (let total = 5; total <= most; total += 1) {
    const alike = Map.groupBy(splits(total, count), (parts) => JSON.stringify(told(parts)))
    for (const [seen, tables] of alike) {
      const shown: (number | null)[] = JSON.parse(seen)
      const rest = shown.reduce<number>((left, it) => left - (it ?? 0), total)
      if (rest === 0) continue
      expect(rest, seen).toBeGreaterThanOrEqual(5)
      for (const [at, it] of shown.entries()) {
        if (it === null)
          expect(new Set(tables.map((table) => table[at])).size, seen).toBeGreaterThanOrEqual(5)
        else expect(it, seen).toBeGreaterThanOrEqual(5)
      }
    }
  }
})
