import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { allowedActions } from '../../src/cases/access.ts'
import { candidates, dispatch, giveBack, signFor, takeReview } from '../../src/cases/dispatching.ts'
import { recuse } from '../../src/cases/recusing.ts'
import type { Name, World } from '../support/world.ts'
import { type Held, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(env.DB)
})

async function give(who: Name, held: Held, handlerId: Name) {
  const subject = await here.load(who, held.id)
  return dispatch(here.scene, here.people[who], subject, { turn: subject.case.turn, handlerId })
}

async function back(held: Held, who: Name) {
  const subject = await here.load(who, held.id)
  return giveBack(here.scene, here.people[who], subject, { turn: subject.case.turn, reason: 'Not my field.' })
}

const namesFor = async (held: Held) =>
  (await candidates(here.scene, await here.load('countyOfficer', held.id))).map(({ id }) => id)

test('candidates are the handlers whose scope covers the case, the nearest first', async () => {
  const held = await here.fileCase()
  await here.person('farHandler', [['handler', 'elsewhere']])
  expect(await namesFor(held)).toEqual(['handler', 'otherHandler', 'countyHandler'])
})

test('somebody who is no candidate is not given a case', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'accepted')
  expect(await give('officer', held, 'officer')).toEqual({ ok: false, why: 'invalid' })
})

test('a dispatched case is its handler’s, and only he signs for it', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'dispatched')
  expect(await here.row(held.id)).toMatchObject({
    handlerId: 'handler',
    holderRole: 'handler',
    holderId: 'handler',
    dispatches: 1,
  })
  const other = await here.load('otherHandler', held.id)
  expect(allowedActions(here.people.otherHandler, other)).not.toContain('sign_for')
  const subject = await here.load('handler', held.id)
  expect(await signFor(here.scene, here.people.handler, subject, { turn: subject.case.turn })).toEqual({
    ok: true,
  })
})

test('after two dispatches the federation decides, under supervision, and the third cannot be returned', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'dispatched')
  await back(held, 'handler')
  expect(await here.row(held.id)).toMatchObject({
    state: 'accepted',
    holderOrgId: 'township',
    handlerId: null,
  })
  await give('officer', held, 'otherHandler')
  await back(held, 'otherHandler')
  expect(await here.row(held.id)).toMatchObject({ state: 'accepted', holderOrgId: 'federation' })

  expect(await give('officer', held, 'handler')).toEqual({ ok: false, why: 'not_allowed' })
  expect(await give('countyOfficer', held, 'handler')).toEqual({ ok: true })
  expect((await here.row(held.id)).supervisedAt).toEqual(here.scene.now)
  expect((await here.events(held.id)).slice(-2).map(({ action, reason }) => [action, reason])).toEqual([
    ['dispatch', null],
    ['supervise', 'third_dispatch'],
  ])
  expect(await back(held, 'handler')).toEqual({ ok: false, why: 'not_allowed' })
})

test('a reopened case goes to another handler than before', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'reopened')
  expect(await namesFor(held)).not.toContain('handler')
  expect(await give('officer', held, 'handler')).toEqual({ ok: false, why: 'invalid' })
  expect(await give('officer', held, 'otherHandler')).toEqual({ ok: true })
})

test('a handler who stands aside gives the case back and does not see it any more', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'investigating')
  const subject = await here.load('handler', held.id)
  const outcome = await recuse(here.scene, here.people.handler, subject, {
    reason: 'My brother works there.',
  })
  expect(outcome).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({
    state: 'accepted',
    handlerId: null,
    holderRole: 'duty_officer',
  })
  await expect(here.load('handler', held.id)).rejects.toThrow('does not see')
  expect(await namesFor(held)).not.toContain('handler')
})

test('when the only duty officer stands aside, the case waits at the level above', async () => {
  const held = await here.fileCase()
  const subject = await here.load('officer', held.id)
  await recuse(here.scene, here.people.officer, subject, { reason: 'I know him.' })
  expect(await here.row(held.id)).toMatchObject({ state: 'triage', turn: 2, holderOrgId: 'federation' })
})

test('the level above takes a review on and gives it to its own handler', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'under_review')
  expect(await here.row(held.id)).toMatchObject({ orgPath: '00010001', orgId: 'township' })
  const subject = await here.load('officer', held.id)
  const input = { turn: subject.case.turn, handlerId: 'otherHandler' }
  expect(await takeReview(here.scene, here.people.officer, subject, input)).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({
    state: 'drafting',
    handlerId: 'otherHandler',
    holderId: 'otherHandler',
    dueAt: subject.case.dueAt,
  })
})
