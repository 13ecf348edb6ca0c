import { expect, test } from 'vitest'
import { enterYear, writeDays } from '../../src/orgs/calendar-entry.ts'
import { knownYear } from '../../src/orgs/holidays.ts'

test('days and ranges are read, and what a weekend says anyway is left out', () => {
  expect(enterYear(2026, { off: '10-01～10-07，1/1', worked: '10-10' })).toEqual({
    ok: true,
    days: {
      year: 2026,
      daysOff: ['01-01', '10-01', '10-02', '10-05', '10-06', '10-07'],
      daysWorked: ['10-10'],
    },
  })
})

test.each([
  ['13-01', '13-01'],
  ['02-30', '02-30'],
  ['10-07~10-01', '10-07~10-01'],
  ['国庆', '国庆'],
])('%s cannot be read', (off, text) => {
  expect(enterYear(2026, { off, worked: '' })).toEqual({ ok: false, field: 'off', why: 'unreadable', text })
})

test('a day cannot be off and worked', () => {
  expect(enterYear(2026, { off: '10-10', worked: '10-10' })).toMatchObject({ why: 'both', text: '10-10' })
})

test('what is written is read back the same', () => {
  const year = knownYear(2026)
  if (!year) throw new Error('2026 is known')
  const typed = { off: writeDays(2026, year.daysOff), worked: writeDays(2026, year.daysWorked) }
  expect(enterYear(2026, typed)).toEqual({ ok: true, days: year })
})
