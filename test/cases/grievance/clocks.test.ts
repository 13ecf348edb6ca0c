import { expect, test } from 'vitest'
import { type Clocked, deadlineFor } from '../../../src/cases/grievance/clocks.ts'
import { theirs } from '../../../src/engine/lengths.ts'
import { calendarOf } from '../../../src/orgs/calendar.ts'
import { knownYear } from '../../../src/orgs/holidays.ts'
import { settingsFrom } from '../../../src/orgs/settings.ts'
import { dayIn } from '../../../src/orgs/zone.ts'

const years = [knownYear(2025), knownYear(2026)].filter((year) => year !== null)
const rules = { settings: settingsFrom([]), calendar: calendarOf(years) }
const plain: Clocked = {
  category: 'wages',
  danger: false,
  complex: false,
  acceptedAt: null,
  extensionDays: 0,
  renewed: false,
}

/** Nine in the morning, in the federation. */
const morning = (day: string) => new Date(`${day}T09:00:00+08:00`)
const end = (day: string) => new Date(`${day}T23:59:59+08:00`)

const withTargets = (targets: Partial<typeof rules.settings.targets>) => ({
  ...rules,
  settings: { ...rules.settings, targets: { ...rules.settings.targets, ...targets } },
})

test('fifteen working days after 21 September 2026 end on 19 October, past the holidays', () => {
  const { dueAt, provisional } = deadlineFor(
    'triage',
    plain,
    withTargets({ triage: '15wd' }),
    morning('2026-09-21'),
  )
  expect(dueAt).toEqual(end('2026-10-19'))
  expect(provisional).toBe(false)
})

test('triage takes one working day, and the day of filing does not count', () => {
  expect(deadlineFor('triage', plain, rules, morning('2026-09-21')).dueAt).toEqual(end('2026-09-22'))
})

test('what is filed on a Friday is triaged on Monday', () => {
  expect(deadlineFor('triage', plain, rules, morning('2026-11-20')).dueAt).toEqual(end('2026-11-23'))
})

test('a shifted working Sunday counts', () => {
  expect(deadlineFor('triage', plain, rules, morning('2026-09-19')).dueAt).toEqual(end('2026-09-20'))
})

test('danger is met within two hours, round the clock', () => {
  const night = new Date('2026-10-02T03:00:00+08:00')
  const due = new Date('2026-10-02T05:00:00+08:00')
  expect(deadlineFor('triage', { ...plain, danger: true }, rules, night).dueAt).toEqual(due)
  expect(deadlineFor('contact', { ...plain, danger: true }, rules, night).dueAt).toEqual(due)
  expect(deadlineFor('contact', plain, rules, night).dueAt).toEqual(new Date('2026-10-03T03:00:00+08:00'))
})

test('our own last day on a holiday is shown as the working day before', () => {
  // Seven days after 24 September is 1 October, a holiday; the last worked day before it is 30 September.
  const due = deadlineFor(
    'finish',
    { ...plain, acceptedAt: morning('2026-09-24') },
    rules,
    morning('2026-09-28'),
  )
  expect(due.dueAt).toEqual(end('2026-09-30'))
})

test('a right of the worker that would end on a holiday ends on the working day after', () => {
  expect(theirs(10, morning('2026-09-21'), rules).dueAt).toEqual(end('2026-10-08'))
  expect(deadlineFor('rating', plain, rules, morning('2026-09-21')).dueAt).toEqual(end('2026-10-08'))
})

test('the time to finish runs from acceptance, and is longer for a complex case', () => {
  const accepted = { ...plain, acceptedAt: morning('2026-11-02') }
  const now = morning('2026-11-05')
  expect(deadlineFor('finish', accepted, rules, now).dueAt).toEqual(end('2026-11-09'))
  expect(deadlineFor('finish', { ...accepted, complex: true }, rules, now).dueAt).toEqual(end('2026-11-17'))
})

test('advice on law takes three working days, a suggestion fifteen days', () => {
  const accepted = { ...plain, acceptedAt: morning('2026-11-02') }
  const now = morning('2026-11-02')
  expect(deadlineFor('finish', { ...accepted, category: 'legal' }, rules, now).dueAt).toEqual(
    end('2026-11-05'),
  )
  expect(deadlineFor('finish', { ...accepted, category: 'suggestion' }, rules, now).dueAt).toEqual(
    end('2026-11-17'),
  )
})

test('no deadline of handling lies past sixty days from acceptance', () => {
  const accepted = { ...plain, acceptedAt: morning('2026-07-01') }
  const { dueAt } = deadlineFor('look_in', accepted, rules, morning('2026-08-25'))
  expect(dayIn('Asia/Shanghai', dueAt)).toBe('2026-08-28')
})

test('an extension reaches past the sixty days, but not past ninety', () => {
  const accepted = { ...plain, acceptedAt: morning('2026-03-02') }
  const law = (extensionDays: number) =>
    dayIn(
      'Asia/Shanghai',
      deadlineFor('limit', { ...accepted, extensionDays }, rules, accepted.acceptedAt).dueAt,
    )
  expect(law(0)).toBe('2026-04-30')
  expect(law(30)).toBe('2026-05-29')
  const slow = withTargets({ finish: '80d' })
  const extended = deadlineFor('finish', { ...accepted, extensionDays: 30 }, slow, morning('2026-04-28'))
  expect(dayIn('Asia/Shanghai', extended.dueAt)).toBe('2026-05-29')
})

test('a date in a year without holidays is provisional', () => {
  const { dueAt, provisional } = deadlineFor('look_in', plain, rules, morning('2026-12-25'))
  expect(dayIn('Asia/Shanghai', dueAt)).toBe('2027-01-08')
  expect(provisional).toBe(true)
})

test('the lamp is amber at seventy per cent of the time, or when two working days are left', () => {
  const accepted = { ...plain, acceptedAt: morning('2026-11-02') }
  const { amberAt } = deadlineFor('finish', accepted, rules, morning('2026-11-02'))
  // Due Monday 9 November: two working days before it is Thursday the 5th.
  expect(amberAt).toEqual(new Date('2026-11-05T00:00:00+08:00'))

  const long = deadlineFor('review', plain, rules, morning('2026-11-02'))
  const share =
    (long.amberAt.getTime() - morning('2026-11-02').getTime()) /
    (long.dueAt.getTime() - morning('2026-11-02').getTime())
  expect(share).toBeCloseTo(0.7, 5)

  const short = deadlineFor('step', plain, rules, morning('2026-11-02'))
  expect(short.amberAt > morning('2026-11-02')).toBe(true)
})

test('an extension is counted from the end of the time to finish', () => {
  const accepted = { ...plain, acceptedAt: morning('2026-11-02') }
  const { dueAt } = deadlineFor('finish', { ...accepted, extensionDays: 10 }, rules, morning('2026-11-05'))
  expect(dueAt).toEqual(end('2026-11-19'))
})

test('rolling back leaves a full working day, else the date rolls forward', () => {
  const afternoon = (day: string) => new Date(`${day}T15:00:00+08:00`)
  for (const [accepted, due] of [
    ['2025-01-27', '2025-02-05'],
    ['2025-09-30', '2025-10-09'],
    ['2026-02-14', '2026-02-24'],
    ['2026-09-30', '2026-10-08'],
  ] as const) {
    const it = { ...plain, acceptedAt: afternoon(accepted) }
    expect(deadlineFor('finish', it, rules, afternoon(accepted)).dueAt, accepted).toEqual(end(due))
  }
})

test('what is signed for after a holiday is not late at birth', () => {
  const it = { ...plain, acceptedAt: morning('2026-09-24') }
  expect(deadlineFor('finish', it, rules, morning('2026-10-08')).dueAt).toEqual(end('2026-10-08'))
  expect(deadlineFor('finish', it, rules, morning('2026-10-20')).dueAt).toEqual(end('2026-10-23'))
})

test('a finish that begins anew leaves three working days, though never past the limit of the law', () => {
  const it = { ...plain, acceptedAt: morning('2026-11-02'), renewed: true }
  expect(deadlineFor('finish', it, rules, morning('2026-11-03')).dueAt).toEqual(end('2026-11-09'))
  expect(deadlineFor('finish', it, rules, morning('2026-11-06')).dueAt).toEqual(end('2026-11-11'))
  expect(deadlineFor('finish', it, rules, morning('2026-12-30')).dueAt).toEqual(end('2027-01-01'))
})

test('a decision is owed within fifteen days of filing, whatever the target says', () => {
  expect(deadlineFor('decision', plain, rules, morning('2026-11-02')).dueAt).toEqual(end('2026-11-17'))
})
