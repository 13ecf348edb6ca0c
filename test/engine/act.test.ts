import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { performAs, performAsWorker } from '../../src/cases/performing.ts'
import { type Held, type Town, town } from '../support/town/town.ts'

let here: Town
let held: Held
beforeAll(async () => {
  here = await town(env.DB)
})

async function fresh() {
  held = await here.file()
  return here.load('officer', held)
}

test('of two people at once one wins, and the other is told of a conflict', async () => {
  const subject = await fresh()
  const { officer, countyOfficer } = here.people
  const outcomes = await Promise.all([
    performAs(here.scene, officer, subject, 'accept', { turn: 2, category: 'hours' }),
    performAs(here.scene, countyOfficer, subject, 'ask_info', { turn: 2, reason: 'Which months?' }),
  ])
  expect(outcomes.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([
    { ok: true },
    { ok: false, why: 'conflict' },
  ])
  const row = await here.caseOf(held)
  expect(row.turn).toBe(3)
  expect(row.category).toBe(row.state === 'accepted' ? 'hours' : 'wages')
  expect(await here.historyOf(held)).toHaveLength(3)
})

test('worker and union at once: one wins', async () => {
  const subject = await fresh()
  const asWorker = await here.asWorker(held)
  const outcomes = await Promise.all([
    performAsWorker(here.scene, asWorker, 'withdraw', {}),
    performAs(here.scene, here.people.officer, subject, 'accept', { turn: 2 }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await here.historyOf(held)).toHaveLength(3)
})

test('a page that shows an older turn is told of a conflict before anything is tried', async () => {
  const subject = await fresh()
  expect(await performAs(here.scene, here.people.officer, subject, 'accept', { turn: 1 })).toEqual({
    ok: false,
    why: 'conflict',
  })
})

test('two notes at once do not collide, nor with a move', async () => {
  const subject = await fresh()
  const { officer, countyOfficer } = here.people
  const outcomes = await Promise.all([
    performAs(here.scene, officer, subject, 'note', { reason: 'Called the works.' }),
    performAs(here.scene, countyOfficer, subject, 'note', { reason: 'Called the bureau.' }),
    performAs(here.scene, officer, subject, 'accept', { turn: 2 }),
  ])
  expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }])
  const events = await here.historyOf(held)
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
})

test('a required reason of blanks is missing, and nothing is written', async () => {
  const subject = await fresh()
  const outcome = await performAs(here.scene, here.people.officer, subject, 'propose_decline', {
    turn: 2,
    reason: ' \n ',
  })
  expect(outcome).toEqual({ ok: false, why: 'reason_missing' })
  expect(await here.historyOf(held)).toHaveLength(2)
})

test('what the workflow does not allow is refused, and nothing is written', async () => {
  const subject = await fresh()
  const outcome = await performAs(here.scene, here.people.officer, subject, 'dispatch', {
    turn: 2,
    handlerId: 'handler',
  })
  expect(outcome).toEqual({ ok: false, why: 'not_allowed' })
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', turn: 2, dispatches: 0 })
})

test('an event says who did it, in which role, and from where to where', async () => {
  const subject = await fresh()
  await performAs(here.scene, here.people.officer, subject, 'accept', { turn: 2, reason: 'Ours.' })
  expect((await here.historyOf(held)).at(-1)).toMatchObject({
    action: 'accept',
    actor: 'staff',
    staffId: 'officer',
    role: 'duty_officer',
    from: 'triage',
    to: 'accepted',
    reason: 'Ours.',
    reasonShown: true,
    turn: 3,
  })
})
