import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { archive } from '../../../src/cases/clock/retention.ts'
import { performAsWorker } from '../../../src/cases/performing.ts'
import { cases } from '../../../src/db/tables/cases.ts'
import { multiply } from '../../support/multiplying.ts'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('after the time of keeping, the case is archived', async () => {
  const held = await here.file()
  await here.reach(held, 'closed')
  await archive(here.at('2029-09-19T09:00:00+08:00').scene)
  expect((await here.caseOf(held)).state).toBe('closed')
  await archive(here.at('2029-09-25T09:00:00+08:00').scene)
  expect(await here.caseOf(held)).toMatchObject({
    state: 'archived',
    anonymous: true,
    closingLabel: 'solved',
  })
})

test('nothing is archived while a message of the worker is unread', async () => {
  const held = await here.file()
  await here.reach(held, 'closed')
  await performAsWorker(here.scene, await here.asWorker(held), 'write_to_union', {
    body: 'Are you there?',
    key: 'a',
  })
  await archive(here.at('2030-01-01T09:00:00+08:00').scene)
  expect((await here.caseOf(held)).state).toBe('closed')
})

test('a run archives a slice, whatever stands before it and has to stay, and the next one the rest', async () => {
  const kept = await here.given('closed')
  await here.workerDoes(kept, 'write_to_union', { body: 'Are you there?', key: 'a' })
  await multiply(env.DB, kept, 200)
  const over = await here.at('2026-09-22T09:00:00+08:00').given('closed')
  await multiply(env.DB, over, 159)
  const later = here.at('2030-01-01T09:00:00+08:00')
  expect(await archive(later.scene)).toEqual({ moved: 150, more: true })
  expect(await archive(later.scene)).toEqual({ moved: 10, more: false })
  expect(await archive(later.scene)).toEqual({ moved: 0, more: false })
  expect(await here.db.$count(cases, eq(cases.state, 'archived'))).toBe(160)
})

test('a word that comes while others are archived keeps its case', async () => {
  const held = await here.given('closed')
  await here.given('closed')
  const later = here.at('2030-01-01T09:00:00+08:00')
  const { batch } = here.db
  // Between finding and archiving.
  const slow = new Proxy(here.db, {
    get(target, key) {
      if (key !== 'batch') return Reflect.get(target, key)
      return async (...statements: Parameters<typeof batch>) => {
        await later.workerDoes(held, 'write_to_union', { body: 'Are you there?', key: 'a' })
        return target.batch(...statements)
      }
    },
  })
  await archive({ ...later.scene, db: slow })
  expect((await here.caseOf(held)).state).toBe('closed')
  expect(await here.db.$count(cases, eq(cases.state, 'archived'))).toBe(1)
  expect((await here.load('handler', held)).submission.answers).not.toEqual({})
})
