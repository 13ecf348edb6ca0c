import { expect, test } from 'vitest'
import { limitationOf } from '../../../src/cases/grievance/limitation.ts'
import { categories } from '../../../src/db/vocabulary.ts'

const zone = 'Asia/Shanghai'
const filedAt = new Date('2026-09-21T09:00:00+08:00')
const end = (day: string) => new Date(`${day}T23:59:59+08:00`)
const of = (happenedOn: string | null, category: (typeof categories)[number] = 'injury') =>
  limitationOf({ category, happenedOn, filedAt }, zone)

test.each([
  ['2026-03-08', '2027-03-08', 'event'],
  ['2026-03', '2027-03-01', 'event'],
  ['2024-02-29', '2025-02-28', 'event'],
  ['2025-02-28', '2026-02-28', 'event'],
  [null, '2027-09-21', 'filing'],
] as const)('what happened on %s runs until %s, counted from the %s', (day, last, from) => {
  expect(of(day)).toMatchObject({ dueAt: end(last), from })
})

test('it runs for injuries and contracts, and for nothing else', () => {
  const running = categories.flatMap((it) => (of('2026-03', it) ? [[it, of('2026-03', it)?.claim]] : []))
  expect(running).toEqual([
    ['contract', 'arbitration'],
    ['injury', 'recognition'],
  ])
})
