import { expect, test } from 'vitest'
import { monthIn, spanOf } from '../../src/figures/months.ts'
import { percent, threeRates } from '../../src/figures/rates.ts'
import { monthBefore, nextMonth } from '../../src/orgs/calendar.ts'

test('partly solved is not solved, and who did not answer is in no rate', () => {
  const rates = threeRates({
    contactsDue: 20,
    contactsInTime: 18,
    rated: 8,
    solved: 4,
    partly: 3,
    satisfied: 6,
  })
  expect(rates.response).toEqual({ numerator: 18, denominator: 20 })
  expect(rates.solved).toEqual({ numerator: 4, denominator: 8 })
  expect(rates.satisfied).toEqual({ numerator: 6, denominator: 8 })
})

test.each([
  [0, 0, null],
  [0, 9, 0],
  [1, 900, 1],
  [899, 900, 99],
  [900, 900, 100],
  [1, 3, 33],
])('%i of %i is %s per cent', (numerator, denominator, expected) => {
  expect(percent({ numerator, denominator })).toBe(expected)
})

test('months follow the local calendar', () => {
  expect(monthIn('Asia/Shanghai', new Date('2026-10-31T16:00:00Z'))).toBe('2026-11')
  expect(nextMonth('2026-12')).toBe('2027-01')
  expect(monthBefore('2026-03')).toBe('2026-02')
  expect(spanOf('Europe/Berlin', '2026-10')).toEqual({
    from: new Date('2026-09-30T22:00:00Z'),
    to: new Date('2026-10-31T23:00:00Z'),
  })
})
