import { expect, test } from 'vitest'
import { publish } from '../../src/figures/suppressing.ts'

const hide = 'withheld' as const

test.each([
  ['nothing small is shown as it is', [7, 5, 0], [7, 5, 0], 12],
  ['a small part takes the next smallest with it', [12, 3, 9, 6], [12, hide, 9, hide], 30],
  ['two small parts that make five are enough', [12, 3, 2], [12, hide, hide], 17],
  ['two parts of one each would be told by their sum', [12, 1, 1, 8], [12, hide, hide, hide], 22],
  ['ones only are told by their number', [1, 1, 1, 1, 1], [hide, hide, hide, hide, hide], hide],
  ['a small part alone takes the total with it', [3, 0, 0], [hide, 0, 0], hide],
  ['a small total is withheld', [2, 2], [hide, hide], hide],
  ['nobody is nobody', [0, 0], [0, 0], 0],
])('%s', (_, counts, shown, total) => {
  const published = publish(new Map(counts.map((count, at) => [at, count])))
  expect([...published.parts.values()]).toEqual(shown)
  expect(published.total).toBe(total)
})

test('whatever is withheld cannot be computed back from what is shown', () => {
  for (const counts of tables(4, 7)) {
    const { parts, total } = publish(new Map(counts.map((count, at) => [at, count])))
    const hidden = counts.filter((_, at) => parts.get(at) === hide)
    const shown = counts.filter((_, at) => parts.get(at) !== hide)
    for (const count of shown) expect(count === 0 || count >= 5, String(counts)).toBe(true)
    if (hidden.length === 0 || total === hide) continue
    // Someone who subtracts knows the sum of those withheld, and that each is at least one.
    const sum = total - shown.reduce((a, b) => a + b, 0)
    expect(hidden.length, String(counts)).toBeGreaterThan(1)
    expect(sum, String(counts)).toBeGreaterThan(hidden.length)
    expect(sum, String(counts)).toBeGreaterThanOrEqual(5)
  }
})

function* tables(parts: number, upTo: number): Generator<number[]> {
  if (parts === 0) return yield []
  for (const rest of tables(parts - 1, upTo)) {
    for (let count = 0; count <= upTo; count += 1) yield [count, ...rest]
  }
}
