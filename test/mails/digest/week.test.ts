import { expect, test } from 'vitest'
import { digestWeek } from '../../../src/mails/digest/week.ts'

test.each([
  ['Monday 08:00', 'Asia/Shanghai', '2026-11-23T00:00:00Z', '2026-W48'],
  ['Monday 07:59', 'Asia/Shanghai', '2026-11-22T23:59:59Z', '2026-W47'],
  ['Thursday, late', 'Asia/Shanghai', '2026-11-26T12:00:00Z', '2026-W48'],
  ['Sunday evening', 'Asia/Shanghai', '2026-11-29T15:59:59Z', '2026-W48'],
  ['Monday 08:00 in summer time', 'Europe/Berlin', '2026-10-19T06:00:00Z', '2026-W43'],
  ['Monday 07:59 in summer time', 'Europe/Berlin', '2026-10-19T05:59:59Z', '2026-W42'],
  ['the Monday after the clocks went back', 'Europe/Berlin', '2026-10-26T07:00:00Z', '2026-W44'],
  ['an hour before it', 'Europe/Berlin', '2026-10-26T06:59:59Z', '2026-W43'],
  ['the Monday after they went forward', 'Europe/Berlin', '2026-03-30T06:00:00Z', '2026-W14'],
  ['the first Monday of a year', 'Asia/Shanghai', '2027-01-04T00:00:00Z', '2027-W01'],
  ['a week that belongs to the year before', 'Asia/Shanghai', '2027-01-01T00:00:00Z', '2026-W53'],
])('%s', (_, zone, now, period) => {
  expect(digestWeek(zone, new Date(now)).period).toBe(period)
})

test('the week told of is the seven local days before, however long they were', () => {
  expect(digestWeek('Europe/Berlin', new Date('2026-10-26T09:00:00Z'))).toMatchObject({
    from: new Date('2026-10-18T22:00:00Z'),
    to: new Date('2026-10-25T23:00:00Z'),
    end: new Date('2026-11-01T23:00:00Z'),
  })
})
