import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { changedCases } from '../../src/db/tables/changes.ts'
import { dayHeads } from '../../src/db/tables/record.ts'
import { sendMails } from '../../src/mails/all.ts'
import { weeklyDigest } from '../../src/mails/digest/weekly.ts'
import { tellWorkers } from '../../src/mails/telling-workers.ts'
import { deactivate } from '../../src/orgs/granting.ts'
import type { Platform } from '../../src/platform/types.ts'
import { followChanges } from '../../src/watch/following-changes.ts'
import { watch } from '../../src/watch/hourly.ts'
import { keepRecord } from '../../src/watch/keeping-record.ts'
import { moveOn } from '../../src/watch/moving-on.ts'
import { counted } from '../bench/counting/database.ts'
import { multiply } from '../support/multiplying.ts'
import { explaining } from '../support/plans.ts'
import { onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf } from '../support/town/office.ts'
import type { Town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'

const founded = new Date('2026-09-01T01:00:00Z')
/** A Monday at three in the afternoon. */
const now = new Date('2026-11-23T07:00:00Z')

const jobs: [string, (platform: Platform, now: Date) => Promise<unknown>][] = [
  ['the watch', watch],
  ['moving on', moveOn],
  ['the digest', weeklyDigest],
  ['the mail', sendMails],
  ['following changes', followChanges],
  ['news for workers', tellWorkers],
]

/** Which cases it comes to is chance, and so is how much they have. */
const round: (typeof jobs)[number] = ['keeping the record', keepRecord]

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB, founded)
})

/** Some of everything that falls due in this hour, or waits for it. */
async function someIsDue() {
  await here.at('2019-11-08T01:00:00Z').given('closed')
  const begun = here.at('2026-11-02T01:00:00Z')
  for (const state of ['needs_info', 'declined', 'replied', 'accepted', 'investigating'] as const)
    await begun.given(state)
  await here.at('2026-11-22T06:30:00Z').file()
  await here.at('2026-11-23T04:30:00Z').file({ danger: true })
  await begun.file({ category: 'mental', danger: false })
}

describe('no job walks through a table that grows', () => {
  test.each([...jobs, round])('%s', async (_, job) => {
    await someIsDue()
    await watch(workerEnv().bindings, now)
    const { explained, walks, statements } = explaining(env.DB)
    await job({ ...workerEnv().bindings, ...onDatabase(explained) }, new Date(now.getTime() + 1))
    expect(statements().length).toBeGreaterThan(1)
    expect(await walks()).toEqual([])
  })
})

describe('with the same work due, twenty times the history is read no more', () => {
  const quarter = 15 * 60_000

  test.each(jobs)('%s', async (_, job) => {
    const readAfter = async (history: number) => {
      here = await townAnew(env.DB, founded)
      // The newest ended before the weeks that the digest compares, and before the month that runs.
      await multiply(env.DB, await here.at('2026-09-10T01:00:00Z').given('closed'), history, quarter)
      // What changed then was followed then.
      await here.db.delete(changedCases)
      await someIsDue()
      const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
      await job({ ...workerEnv().bindings, ...onDatabase(counted(env.DB, count)) }, now)
      return count
    }
    const few = await readAfter(300)
    const many = await readAfter(6000)
    expect(few.rowsRead).toBeGreaterThan(0)
    expect(many).toMatchObject({ statements: few.statements, rowsWritten: few.rowsWritten })
    expect(many.rowsRead).toBeLessThan(few.rowsRead * 1.05)
  })
})

test('a round of the record reads a few cases, however many there are', async () => {
  await multiply(env.DB, await here.at('2026-09-10T01:00:00Z').given('closed'), 6000)
  const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
  for (const at of [now.getTime(), now.getTime() + 86_400_000])
    await keepRecord({ ...workerEnv().bindings, ...onDatabase(counted(env.DB, count)) }, new Date(at))
  expect(await here.db.$count(dayHeads)).toBe(1)
  expect(count.rowsRead).toBeLessThan(2500)
})

test('in an hour in which nothing falls due and nobody comes or goes, open cases are not read', async () => {
  const open = here.at('2026-11-23T04:00:00Z')
  const readOf = async () => {
    const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
    await watch({ ...workerEnv().bindings, ...onDatabase(counted(env.DB, count)) }, now)
    return count.rowsRead
  }
  const held = await open.given('investigating')
  await readOf()
  const few = await readOf()
  await multiply(env.DB, held, 500)
  expect(await readOf()).toBeLessThan(few + 50)
})

test('what was told in the morning is not read again in the afternoon', async () => {
  await multiply(env.DB, await here.at('2026-11-16T01:00:00Z').given('accepted'), 500)
  await watch(workerEnv().bindings, new Date('2026-11-23T00:00:00Z'))
  expect((await here.notices()).filter(({ kind }) => kind === 'overdue')).not.toEqual([])
  const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
  await watch({ ...workerEnv().bindings, ...onDatabase(counted(env.DB, count)) }, now)
  expect(count.rowsRead).toBeLessThan(300)
})

test('after a change of people every open case is looked at, and within the first hours of a day', async () => {
  const held = await here.at('2026-11-23T03:00:00Z').file({ category: 'conduct' })
  await here.person('inspector', [['duty_officer', 'federation']], ['conduct'])
  await watch(workerEnv().bindings, now)
  expect((await here.caseOf(held)).holderOrgId).toBeNull()
  await deactivate(officeOf(here.at('2026-11-23T07:30:00Z')), here.people.stranger, true)
  await watch(workerEnv().bindings, new Date('2026-11-23T08:00:00Z'))
  expect((await here.caseOf(held)).holderOrgId).toBe('federation')
})
