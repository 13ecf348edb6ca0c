import { expect, test } from 'vitest'
import type { MonthCounts } from '../../src/figures/tallies.ts'
import { monthOf, yearOf } from './guessing.ts'

const filed = (wages: number) => monthOf({ filed: { wages } })
const contacts = (inTime: number, late: number) =>
  monthOf({ contactsInTime: inTime, contactsDue: inTime + late })

const told = (shape: number[], months: MonthCounts[]) =>
  Object.fromEntries(yearOf(shape, months).map((it) => [it.period, it.told]))

test('a month of too few cases is told with others of its quarter', () => {
  const { '2026-10': month, '2026-Q4': quarter } = told([3], [filed(4), filed(1), filed(0)])
  expect(month?.filed).toBeNull()
  expect(quarter?.filed).toEqual({ months: ['2026-10', '2026-11', '2026-12'], of: 5 })
})

test('a rate of eight out of nine is told for the quarter, where others were late as well', () => {
  const { '2026-10': month, '2026-Q4': quarter } = told([3], [contacts(8, 1), contacts(9, 2), contacts(7, 2)])
  expect(month?.contacts).toBeNull()
  expect(quarter?.contacts).toEqual({ months: ['2026-10', '2026-11', '2026-12'], of: 29, inTime: 24 })
})

test('a quarter that tells too little itself is told with the year', () => {
  const all = told([2, 2, 2, 2], Array<MonthCounts>(8).fill(contacts(8, 1)))
  expect(all['2026-Q4']).toBeUndefined()
  expect(all['2026']?.contacts).toMatchObject({ of: 72, inTime: 64 })
  expect(all['2026']?.contacts?.months).toHaveLength(8)
})

test('one month that is withheld is not had by subtracting the others from their quarter or year', () => {
  const all = told([1], [filed(4)])
  expect([all['2026-10']?.filed, all['2026-Q4'], all['2026']]).toEqual([null, undefined, undefined])
  expect(all['2026-11']?.filed).toMatchObject({ of: 40 })
})

test('a small county with three cases a month has its year told', () => {
  const all = told([3, 3, 3, 3], Array<MonthCounts>(12).fill(filed(3)))
  expect(all['2026-Q1']).toBeUndefined()
  expect(all['2026']?.filed).toMatchObject({ of: 36 })
})

test('contacts are not told where the number of cases is not, which they would give away', () => {
  const few = monthOf({ filed: { wages: 4 }, contactsDue: 6, contactsInTime: 6 })
  const late = monthOf({ filed: { wages: 9 }, contactsDue: 10, contactsInTime: 10 })
  const { '2026-10': one, '2026-11': other } = told([2], [few, late])
  expect([one?.contacts, other?.contacts]).toEqual([null, null])
  expect(other?.filed).toMatchObject({ of: 9 })
})

test('partly solved is told apart, or not at all', () => {
  const answers = (solved: number, partly: number, rated: number) =>
    told([1], [monthOf({ rated, solved, partly, satisfied: rated })])['2026-10']?.answers
  expect(answers(6, 5, 16)).toMatchObject({ solved: 6, partly: 5 })
  expect(answers(6, 3, 16)).toMatchObject({ solved: 6, partly: null })
  // Of five who did not say “solved” one would have four numbers to guess from.
  expect(answers(6, 5, 11)).toMatchObject({ solved: 6, partly: null })
  expect(answers(6, 0, 6)).toMatchObject({ solved: 6, partly: 0 })
})
