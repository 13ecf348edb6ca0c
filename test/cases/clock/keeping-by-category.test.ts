import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { archive } from '../../../src/cases/clock/retention.ts'
import { openDb } from '../../../src/db/client.ts'
import type { Settings } from '../../../src/orgs/settings.ts'
import { multiply } from '../../support/multiplying.ts'
import { countingReads } from '../../support/rows-read.ts'
import { referred } from '../../support/town/referring.ts'
import { days } from '../../support/town/times.ts'
import { type Held, rules, succeeded, type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

/** The town by other settings. */
const keeping = (settings: Partial<Settings>) =>
  here.with({ rules: { ...rules, settings: { ...rules.settings, ...settings } } })
const isArchived = async (held: Held) => (await here.caseOf(held)).state === 'archived'
const strike = async (there: Town, at: Date) => archive(there.at(at).scene)

test('each category is kept for its own time, the others for the general one', async () => {
  const there = keeping({ retentionDays: 90, retentionByCategory: { wages: 60, injury: 365 } })
  const [wages, injury, hours] = [
    await here.given('closed'),
    await here.given('closed', { category: 'injury' }),
    await here.given('closed', { category: 'hours' }),
  ]
  const kept = async () => Promise.all([wages, injury, hours].map(isArchived))
  await strike(there, days(60))
  expect(await kept()).toEqual([false, false, false])
  await strike(there, days(61))
  expect(await kept()).toEqual([true, false, false])
  await strike(there, days(91))
  expect(await kept()).toEqual([true, false, true])
  await strike(there, days(366))
  expect(await kept()).toEqual([true, true, true])
})

test('whatever the settings say, none goes while its worker may come back', async () => {
  const there = keeping({ retentionDays: 5 })
  // Thirty days end on a Sunday in November, so that Monday is the last day.
  const closed = new Date('2026-10-23T09:00:00+08:00')
  const held = await here.at(closed).given('closed')
  await strike(there, new Date('2026-11-23T23:00:00+08:00'))
  expect(await there.at('2026-11-23T23:00:00+08:00').asWorker(held)).toMatchObject({
    case: { state: 'closed' },
  })
  await strike(there, new Date('2026-11-24T00:00:00+08:00'))
  expect(await isArchived(held)).toBe(true)
})

test('one that is looked at again is not over', async () => {
  const there = keeping({ retentionDays: 60 })
  const held = await here.given('closed')
  succeeded(await here.at(days(20)).workerDoes(held, 'appeal', { reason: 'It is not true.' }))
  await strike(there, days(200))
  expect((await here.caseOf(held)).state).toBe('under_review')
})

test('a word of the worker that nobody read keeps it', async () => {
  const there = keeping({ retentionDays: 60 })
  const held = await here.given('closed')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Thank you.', key: 'a' }))
  await strike(there, days(100))
  expect(await isArchived(held)).toBe(false)
  succeeded(await here.does('officer', held, 'read_messages'))
  await strike(there, days(101))
  expect(await isArchived(held)).toBe(true)
})

test('one that was joined with another waits for the end of that', async () => {
  const there = keeping({ retentionDays: 60 })
  const [held, other] = [await here.file(), await here.file()]
  const same = { number: other.number, reason: 'The same thing.' }
  succeeded(await here.does('officer', held, 'propose_merge', same))
  succeeded(await here.does('head', held, 'agree_merge'))
  await strike(there, days(100))
  expect(await isArchived(held)).toBe(false)
  await here.reach(other, 'closed')
  await strike(there, days(101))
  expect(await isArchived(held)).toBe(true)
})

test('one from which another case was opened waits for the end of that', async () => {
  const there = keeping({ retentionDays: 60 })
  const { held, child } = await referred(here)
  await here.goOn(held, 'investigating', 'closed')
  await strike(there, days(100))
  expect(await isArchived(held)).toBe(false)
  succeeded(await here.does('officer', child, 'see'))
  succeeded(await here.does('officer', child, 'finish'))
  await strike(there, days(101))
  expect(await isArchived(held)).toBe(true)
})

test('the clock reads none that is kept still, however many there are', async () => {
  await multiply(env.DB, await here.given('closed'), 300)
  const { d1, rowsRead } = countingReads(env.DB)
  await archive(here.at(days(100)).with({ db: openDb(d1) }).scene)
  expect((await rowsRead()).rows).toBeLessThan(60)
})
