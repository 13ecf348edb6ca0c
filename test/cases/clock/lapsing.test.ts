import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { lapse } from '../../../src/cases/clock/lapsing.ts'
import { performAs, performAsWorker } from '../../../src/cases/performing.ts'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

const triageOf = async (held: { id: string }) =>
  (await here.dutiesOf(held)).find(({ kind }) => kind === 'triage')?.dueAt

test('missing information that never came: the case goes on with the facts at hand', async () => {
  const { id } = await here.file()
  const subject = await here.load('officer', { id })
  await performAs(here.scene, here.people.officer, subject, 'ask_info', { turn: 2, reason: 'When?' })
  // Ten days end on 1 October, in the holidays; the worker has until the 8th.
  await lapse(here.at('2026-10-08T12:00:00+08:00').scene)
  expect((await here.caseOf({ id })).state).toBe('needs_info')
  await lapse(here.at('2026-10-09T00:00:00+08:00').scene)
  expect(await here.caseOf({ id })).toMatchObject({
    state: 'triage',
    turn: 4,
    holderRole: 'duty_officer',
    holderOrgId: 'township',
    // The decision was due all the while.
    dutyKind: 'decision',
    dueAt: new Date('2026-09-30T23:59:59+08:00'),
  })
  expect(await triageOf({ id })).toEqual(new Date('2026-10-10T23:59:59+08:00'))
  expect((await here.historyOf({ id })).at(-1)).toMatchObject({
    action: 'lapse_info',
    actor: 'clock',
    turn: 4,
  })
})

test('of cases that go on in one run, those in danger have their own dates', async () => {
  const plain = await here.given('needs_info')
  const danger = await here.given('needs_info', { danger: true })
  expect(await lapse(here.at('2026-10-09T00:00:00+08:00').scene)).toBe(2)
  expect(await triageOf(plain)).toEqual(new Date('2026-10-10T23:59:59+08:00'))
  expect(await triageOf(danger)).toEqual(new Date('2026-10-09T02:00:00+08:00'))
})

test('a run moves on twenty cases at most, and the next one the rest', async () => {
  for (let made = 0; made < 23; made += 1) {
    const { id } = await here.file()
    const subject = await here.load('officer', { id })
    await performAs(here.scene, here.people.officer, subject, 'ask_info', { turn: 2, reason: 'When?' })
  }
  const later = here.at('2026-10-09T00:00:00+08:00')
  expect(await lapse(later.scene)).toBe(20)
  expect(await lapse(later.scene)).toBe(3)
  expect(await lapse(later.scene)).toBe(0)
})

test('after the time of keeping, the case is archived', async () => {
  const held = await here.file()
  await here.reach(held, 'closed')
  await lapse(here.at('2029-09-19T09:00:00+08:00').scene)
  expect((await here.caseOf(held)).state).toBe('closed')
  await lapse(here.at('2029-09-25T09:00:00+08:00').scene)
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
  await lapse(here.at('2030-01-01T09:00:00+08:00').scene)
  expect((await here.caseOf(held)).state).toBe('closed')
})
