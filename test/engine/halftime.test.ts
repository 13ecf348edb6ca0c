import { expect, test } from 'vitest'
import { halfTime } from '../../src/engine/halftime.ts'
import { calendarOf } from '../../src/orgs/calendar.ts'
import { knownYear } from '../../src/orgs/holidays.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'

const years = [knownYear(2026)].filter((year) => year !== null)
const rules = { settings: settingsFrom([]), calendar: calendarOf(years) }

const at = (local: string) => new Date(`${local}+08:00`)
const end = (day: string) => at(`${day}T23:59:59`)
const half = (start: string, due: string) => halfTime(at(start), end(due), rules)

test('a step of two working days has no half time, over a weekend neither', () => {
  expect(half('2026-11-02T09:00:00', '2026-11-04')).toBeNull()
  expect(half('2026-11-06T09:00:00', '2026-11-10')).toBeNull()
})

test('three working days have one, in the middle', () => {
  expect(half('2026-11-02T00:00:01', '2026-11-05')).toEqual(at('2026-11-04T00:00:00'))
})

test('two hours have none, and neither has a week of holidays', () => {
  expect(halfTime(at('2026-11-02T09:00:00'), at('2026-11-02T11:00:00'), rules)).toBeNull()
  expect(half('2026-09-30T09:00:00', '2026-10-08')).toBeNull()
})

test('a half point on a day off waits for the end of the next working day', () => {
  // From Wednesday to the Wednesday after, the middle is Saturday night.
  expect(half('2026-11-04T09:00:00', '2026-11-11')).toEqual(end('2026-11-09'))
  // The Saturday of 10 October 2026 is worked for the holidays before it.
  expect(half('2026-10-09T09:00:00', '2026-10-14')).toEqual(at('2026-10-12T04:29:59.500'))
  expect(half('2026-10-08T09:00:00', '2026-10-12')).toEqual(at('2026-10-10T16:29:59.500'))
})

test('where the next working day is the last one, the deadline itself is the reminder', () => {
  // Two days are worked before the National Day holidays; the next worked one is 8 October, the last.
  expect(half('2026-09-28T09:00:00', '2026-10-08')).toBeNull()
})
