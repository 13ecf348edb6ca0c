import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import { allowedActions, performAs } from '../../src/cases/performing.ts'
import { appealedToCounty } from '../support/town/deciding.ts'
import type { Name, Town } from '../support/town/town.ts'
import { type Held, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

async function give(who: Name, held: Held, handlerId: Name) {
  const subject = await here.load(who, held)
  return performAs(here.scene, here.people[who], subject, 'dispatch', { turn: subject.case.turn, handlerId })
}

async function back(held: Held, who: Name) {
  const subject = await here.load(who, held)
  return performAs(here.scene, here.people[who], subject, 'return', {
    turn: subject.case.turn,
    reason: 'Not my field.',
  })
}

const namesFor = async (held: Held) =>
  (await candidates(here.scene, await here.load('countyOfficer', held))).map(({ id }) => id)

test('candidates are the handlers whose scope covers the case, the nearest first', async () => {
  const held = await here.file()
  await here.person('farHandler', [['handler', 'elsewhere']])
  expect(await namesFor(held)).toEqual(['otherHandler', 'handler', 'countyHandler'])
})

test('somebody who is no candidate is not given a case', async () => {
  const held = await here.file()
  await here.reach(held, 'accepted')
  expect(await give('officer', held, 'officer')).toEqual({ ok: false, why: 'invalid' })
})

test('a dispatched case is its handler’s, and only he signs for it', async () => {
  const held = await here.file()
  await here.reach(held, 'dispatched')
  expect(await here.caseOf(held)).toMatchObject({
    handlerId: 'handler',
    holderRole: 'handler',
    holderId: 'handler',
    dispatches: 1,
  })
  const other = await here.load('otherHandler', held)
  expect(allowedActions(here.people.otherHandler, other, here.scene)).not.toContain('sign_for')
  const subject = await here.load('handler', held)
  expect(
    await performAs(here.scene, here.people.handler, subject, 'sign_for', { turn: subject.case.turn }),
  ).toEqual({
    ok: true,
  })
})

test('after two dispatches the federation decides, under supervision, and the third cannot be returned', async () => {
  const held = await here.file()
  await here.reach(held, 'dispatched')
  await back(held, 'handler')
  expect(await here.caseOf(held)).toMatchObject({
    state: 'accepted',
    holderOrgId: 'township',
    handlerId: null,
  })
  await give('officer', held, 'otherHandler')
  await back(held, 'otherHandler')
  expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', holderOrgId: 'federation' })

  expect(await give('officer', held, 'handler')).toEqual({ ok: false, why: 'not_allowed' })
  expect(await give('countyOfficer', held, 'handler')).toEqual({ ok: true })
  expect((await here.caseOf(held)).supervisedAt).toEqual(here.scene.now)
  expect((await here.historyOf(held)).slice(-2).map(({ action, cause }) => [action, cause])).toEqual([
    ['dispatch', null],
    ['supervise', 'third_dispatch'],
  ])
  expect(await back(held, 'handler')).toEqual({ ok: false, why: 'not_allowed' })
})

test('a reopened case goes to another handler than before', async () => {
  const held = await here.file()
  await here.reach(held, 'reopened')
  expect(await namesFor(held)).not.toContain('handler')
  expect(await give('officer', held, 'handler')).toEqual({ ok: false, why: 'invalid' })
  expect(await give('officer', held, 'otherHandler')).toEqual({ ok: true })
})

test('a handler who stands aside gives the case back and does not see it any more', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  const subject = await here.load('handler', held)
  const outcome = await performAs(here.scene, here.people.handler, subject, 'step_aside', {
    reason: 'My brother works there.',
  })
  expect(outcome).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({
    state: 'accepted',
    handlerId: null,
    holderRole: 'duty_officer',
  })
  await expect(here.load('handler', held)).rejects.toThrow('does not see')
  expect(await namesFor(held)).not.toContain('handler')
})

test('when the only duty officer stands aside, the case waits at the level above', async () => {
  const held = await here.file()
  const subject = await here.load('officer', held)
  await performAs(here.scene, here.people.officer, subject, 'recuse', { reason: 'I know him.' })
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', turn: 2, holderOrgId: 'federation' })
})

test('the level above takes a review on and gives it to its own handler', async () => {
  const held = await appealedToCounty(here)
  const subject = await here.load('countyOfficer', held)
  const input = { turn: subject.case.turn, handlerId: 'countyHandler' }
  expect(await performAs(here.scene, here.people.countyOfficer, subject, 'take_review', input)).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({
    state: 'drafting',
    handlerId: 'countyHandler',
    holderId: 'countyHandler',
    dueAt: subject.case.dueAt,
  })
})

test('a case is given back within two working days, and not after', async () => {
  const held = await here.file()
  await here.reach(held, 'dispatched')
  const on = (day: string) => here.at(`${day}T23:00:00+08:00`)
  expect(await on('2026-09-23').mayDo('handler', held)).toContain('return')
  expect(await on('2026-09-24').mayDo('handler', held)).not.toContain('return')
  expect(await on('2026-09-24').does('handler', held, 'return', { reason: 'Not ours.' })).toEqual({
    ok: false,
    why: 'not_allowed',
  })
})
