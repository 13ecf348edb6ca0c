import { expect, test } from 'vitest'
import { dayIn, instantIn, timeIn } from '../../src/orgs/zone.ts'

test('the local day begins at local midnight', () => {
  expect(dayIn('Asia/Shanghai', new Date('2026-09-20T15:59:59Z'))).toBe('2026-09-20')
  expect(dayIn('Asia/Shanghai', new Date('2026-09-20T16:00:00Z'))).toBe('2026-09-21')
  expect(timeIn('Asia/Shanghai', new Date('2026-09-20T16:05:00Z'))).toBe('00:05')
})

test('a local day and time is one instant', () => {
  expect(instantIn('Asia/Shanghai', '2026-09-21', '08:00:00')).toEqual(new Date('2026-09-21T00:00:00Z'))
  expect(instantIn('Asia/Urumqi', '2026-09-21')).toEqual(new Date('2026-09-20T18:00:00Z'))
})

test('where clocks change, a local time before and after is right, and a skipped one moves on', () => {
  expect(instantIn('Europe/Berlin', '2026-03-28', '12:00:00')).toEqual(new Date('2026-03-28T11:00:00Z'))
  expect(instantIn('Europe/Berlin', '2026-03-29', '12:00:00')).toEqual(new Date('2026-03-29T10:00:00Z'))
  expect(timeIn('Europe/Berlin', instantIn('Europe/Berlin', '2026-03-29', '02:30:00'))).toBe('03:30')
})
