import { expect, test } from 'vitest'
import {
  addDays,
  addWorkdays,
  calendarOf,
  workdayOnOrAfter,
  workdayOnOrBefore,
} from '../../src/orgs/calendar.ts'
import { knownYear } from '../../src/orgs/holidays.ts'

const calendar = calendarOf([knownYear(2026)].filter((year) => year !== null))

test('fifteen working days after 2026-09-21 is 2026-10-19', () => {
  expect(addWorkdays(calendar, '2026-09-21', 15)).toBe('2026-10-19')
})

test('public holidays are off, and shifted weekend days are worked', () => {
  expect(calendar.isWorkday('2026-10-01')).toBe(false)
  expect(calendar.isWorkday('2026-10-10')).toBe(true)
  expect(calendar.isWorkday('2026-10-11')).toBe(false)
})

test('a year that is not loaded counts weekends only, and says so', () => {
  expect(calendar.isKnown('2027-01-01')).toBe(false)
  expect(calendar.isWorkday('2027-01-01')).toBe(true)
  expect(calendar.isWorkday('2027-01-02')).toBe(false)
})

test.each([2003, 2027])('the package does not know %i, and is not asked', (year) => {
  expect(knownYear(year)).toBeNull()
})

test('the package knows its first and last year', () => {
  expect(knownYear(2004)?.daysOff).toContain('10-01')
  expect(knownYear(2026)).toMatchObject({ year: 2026, daysWorked: expect.arrayContaining(['10-10']) })
})

test('a day off gives way to the working day before or after', () => {
  expect(workdayOnOrBefore(calendar, '2026-10-03')).toBe('2026-09-30')
  expect(workdayOnOrAfter(calendar, '2026-10-03')).toBe('2026-10-08')
  expect(workdayOnOrAfter(calendar, '2026-10-09')).toBe('2026-10-09')
})

test('days cross months, years and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
