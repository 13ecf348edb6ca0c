import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { dispatch } from '../../src/cases/dispatching.ts'
import { note } from '../../src/cases/handling.ts'
import { accept, askInfo, proposeDecline } from '../../src/cases/triaging.ts'
import { withdraw } from '../../src/cases/withdrawing.ts'
import { type Held, type World, world } from '../support/world.ts'

let here: World
let held: Held
beforeAll(async () => {
  here = await world(env.DB)
})

async function fresh() {
  held = await here.fileCase()
  return here.load('officer', held.id)
}

test('of two people at once one wins, and the other is told of a conflict', async () => {
  const subject = await fresh()
  const { officer, countyOfficer } = here.people
  const outcomes = await Promise.all([
    accept(here.scene, officer, subject, { turn: 2, category: 'hours' }),
    askInfo(here.scene, countyOfficer, subject, { turn: 2, reason: 'Which months?' }),
  ])
  expect(outcomes.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([
    { ok: true },
    { ok: false, why: 'conflict' },
  ])
  const row = await here.row(held.id)
  expect(row.turn).toBe(3)
  expect(row.category).toBe(row.state === 'accepted' ? 'hours' : 'wages')
  expect(await here.events(held.id)).toHaveLength(3)
})

test('worker and union at once: one wins', async () => {
  const subject = await fresh()
  const asWorker = await here.asWorker(held)
  const outcomes = await Promise.all([
    withdraw(here.scene, asWorker, {}),
    accept(here.scene, here.people.officer, subject, { turn: 2 }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await here.events(held.id)).toHaveLength(3)
})

test('a page that shows an older turn is told of a conflict before anything is tried', async () => {
  const subject = await fresh()
  expect(await accept(here.scene, here.people.officer, subject, { turn: 1 })).toEqual({
    ok: false,
    why: 'conflict',
  })
})

test('two notes at once do not collide, nor with a move', async () => {
  const subject = await fresh()
  const { officer, countyOfficer } = here.people
  const outcomes = await Promise.all([
    note(here.scene, officer, subject, { reason: 'Called the works.' }),
    note(here.scene, countyOfficer, subject, { reason: 'Called the bureau.' }),
    accept(here.scene, officer, subject, { turn: 2 }),
  ])
  expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }])
  const events = await here.events(held.id)
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
})

test('a required reason of blanks is missing, and nothing is written', async () => {
  const subject = await fresh()
  const outcome = await proposeDecline(here.scene, here.people.officer, subject, { turn: 2, reason: ' \n ' })
  expect(outcome).toEqual({ ok: false, why: 'reason_missing' })
  expect(await here.events(held.id)).toHaveLength(2)
})

test('what the workflow does not allow is refused, and nothing is written', async () => {
  const subject = await fresh()
  const outcome = await dispatch(here.scene, here.people.officer, subject, { turn: 2, handlerId: 'handler' })
  expect(outcome).toEqual({ ok: false, why: 'not_allowed' })
  expect(await here.row(held.id)).toMatchObject({ state: 'triage', turn: 2, dispatches: 0 })
})

test('an event says who did it, in which role, and from where to where', async () => {
  const subject = await fresh()
  await accept(here.scene, here.people.officer, subject, { turn: 2, reason: 'Ours.' })
  expect((await here.events(held.id)).at(-1)).toMatchObject({
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
