import { expect, test } from 'vitest'
import type { MonthCounts } from '../../src/figures/tallies.ts'
import { fewestValues, monthOf, splits, yearOf } from './guessing.ts'

/** By brute force: no rule of the program is asked, only what it publishes. */

const filed = (wages: number) => monthOf({ filed: { wages } })
const contacts = (inTime: number, late: number) =>
  monthOf({ contactsInTime: inTime, contactsDue: inTime + late })
const answers = (solved: number, other: number, satisfied: number) =>
  monthOf({ rated: solved + other, solved, satisfied })

const cells = {
  filed: [({ filed: { wages = 0 } }: MonthCounts) => wages],
  contacts: [
    (it: MonthCounts) => it.contactsInTime,
    (it: MonthCounts) => it.contactsDue - it.contactsInTime,
    (it: MonthCounts) => it.contactsDue,
  ],
  answers: [
    (it: MonthCounts) => it.rated,
    (it: MonthCounts) => it.solved,
    (it: MonthCounts) => it.rated - it.solved,
    (it: MonthCounts) => it.satisfied,
    (it: MonthCounts) => it.rated - it.satisfied,
  ],
}

const monthsIn = (shape: number[]) => shape.reduce((a, b) => a + b)

test.each([
  ['a quarter and two months', [3, 2]],
  ['a quarter', [3]],
  ['a month of each quarter', [1, 1, 1, 1]],
])('nobody narrows the cases of a month to fewer than five numbers: %s', (_, shape) => {
  const years = [...rows(monthsIn(shape), [0, 1, 2, 3, 4])].map((row) => yearOf(shape, row.map(filed)))
  for (const isTold of [true, false]) expect(fewestValues(years, 'filed', isTold, cells.filed)).toBe(5)
})

test.each([
  ['told', [2], 6, 6],
  ['withheld', [2], 5, 9],
  ['told', [3], 5, 5],
  ['told', [3], 0, 8],
  ['withheld', [3], 0, 9],
  ['withheld', [3], 11, 0],
  ['told', [2, 1], 6, 6],
  ['withheld', [2, 1], 5, 7],
  ['told', [2, 2], 6, 6],
  ['told', [1, 1, 1], 5, 5],
])('%s in the end, in months %j: %i contacted in time and %i late', (end, shape, inTime, late) => {
  const parts = monthsIn(shape)
  const years = [...splits(inTime, parts)].flatMap((good) =>
    [...splits(late, parts)].map((bad) =>
      yearOf(
        shape,
        good.map((n, at) => contacts(n, bad[at] ?? 0)),
      ),
    ),
  )
  const together = years.filter((all) => all.some((it) => it.told.contacts?.months.length === parts))
  expect(together.length > 0).toBe(end === 'told' && parts > 1)
  expect(fewestValues(years, 'contacts', true, cells.contacts)).toBeGreaterThanOrEqual(5)
})

test('what is withheld for good may be any of five numbers, of contacts in two months of a quarter', () => {
  const few = [0, 1, 2, 3, 4, 5]
  const months = few.flatMap((inTime) => few.map((late) => contacts(inTime, late)))
  const years = [...rows(2, months)].map((row) => yearOf([2], row))
  expect(fewestValues(years, 'contacts', false, cells.contacts)).toBeGreaterThanOrEqual(5)
})

test.each([
  [[3], 10, 5, 5],
  [[3], 10, 5, 10],
  [[3], 8, 8, 0],
  [[2], 12, 6, 12],
  [[1, 1], 12, 6, 6],
])(
  'nobody narrows what workers said in months %j: %i in all, %i solved, %i satisfied',
  (shape, of, yes, glad) => {
    const parts = monthsIn(shape)
    const years = [...splits(yes, parts)].flatMap((solved) =>
      [...splits(of - yes, parts)].flatMap((other) =>
        [...splits(glad, parts)]
          .filter((happy) => happy.every((n, at) => n <= (solved[at] ?? 0) + (other[at] ?? 0)))
          .map((happy) =>
            yearOf(
              shape,
              happy.map((n, at) => answers(solved[at] ?? 0, other[at] ?? 0, n)),
            ),
          ),
      ),
    )
    expect(years.some((all) => all.some((it) => it.told.answers?.months.length === parts))).toBe(true)
    expect(fewestValues(years, 'answers', true, cells.answers)).toBeGreaterThanOrEqual(5)
  },
)

/** All rows of so many out of some values. */
function* rows<Value>(length: number, values: Value[]): Generator<Value[]> {
  if (length === 0) return yield []
  for (const rest of rows(length - 1, values)) for (const value of values) yield [value, ...rest]
}
