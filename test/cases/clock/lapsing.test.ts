import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { lapse } from '../../../src/cases/clock/lapsing.ts'
import { performAs } from '../../../src/cases/performing.ts'
import { caseEvents, cases } from '../../../src/db/tables/cases.ts'
import type { Duty } from '../../../src/engine/process.ts'
import { multiply } from '../../support/multiplying.ts'
import { succeeded, type Town, town } from '../../support/town/town.ts'

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
  expect(await lapse(here.at('2026-10-09T00:00:00+08:00').scene)).toMatchObject({ moved: 2 })
  expect(await triageOf(plain)).toEqual(new Date('2026-10-10T23:59:59+08:00'))
  expect(await triageOf(danger)).toEqual(new Date('2026-10-09T02:00:00+08:00'))
})

test('a thousand that lapsed are moved on in three runs, whatever stands before them and cannot move', async () => {
  const later = here.at('2026-10-09T00:00:00+08:00')
  const stuck = await here.given('needs_info')
  // Somebody has it although its state says that the worker does, which no act leads to.
  await here.db.update(cases).set({ holderRole: 'chair' }).where(eq(cases.id, stuck.id))
  await multiply(env.DB, stuck, 500)
  const waiting = await here.at('2026-09-21T09:30:00+08:00').given('needs_info')
  await multiply(env.DB, waiting, 999)
  expect(await lapse(later.scene)).toEqual({ moved: 400, more: true })
  expect(await lapse(later.scene)).toEqual({ moved: 400, more: true })
  expect(await lapse(later.scene)).toEqual({ moved: 200, more: false })
  expect(await lapse(later.scene)).toEqual({ moved: 0, more: false })
  expect(await here.db.$count(cases, eq(cases.state, 'triage'))).toBe(1000)
})

test('a case whose next turn is taken holds up none of the others', async () => {
  const broken = await here.given('needs_info')
  const { turn } = await here.caseOf(broken)
  const of = and(eq(caseEvents.caseId, broken.id), eq(caseEvents.action, 'note'))
  await here.does('officer', broken, 'note', { reason: 'Called.' })
  await here.db
    .update(caseEvents)
    .set({ turn: turn + 1 })
    .where(of)
  const sound = await here.given('needs_info')
  await lapse(here.at('2026-10-09T00:00:00+08:00').scene)
  expect((await here.caseOf(sound)).state).toBe('triage')
  expect((await here.caseOf(broken)).state).toBe('needs_info')
})

test.each(['replied', 'declined'] as const)(
  'who said that he is in danger while his case was %s is met before it ends',
  async (state) => {
    const held = await here.given(state)
    const other = await here.given(state)
    const over = new Date('2026-12-31T12:00:00+08:00')
    const minuteBefore = here.at(windowEnd(await here.dutiesOf(held)) - 60_000)
    succeeded(await minuteBefore.workerDoes(held, 'say_danger', { reason: 'They beat us.' }))
    await lapse(here.at(over).scene)
    expect((await here.caseOf(held)).state).toBe(state)
    expect((await here.dutiesOf(held)).find(({ kind }) => kind.startsWith('contact'))).toBeDefined()
    expect((await here.caseOf(other)).state).toBe('closed')

    succeeded(await here.at(over).does('officer', held, 'phone', { reason: 'He is safe.' }))
    await lapse(here.at(over).scene)
    expect((await here.caseOf(held)).state).toBe('closed')
  },
)

const windowEnd = (duties: Duty[]) =>
  Math.min(
    ...duties
      .filter(({ holder, endedAt }) => holder === 'worker' && !endedAt)
      .map(({ dueAt }) => dueAt.getTime()),
  )
