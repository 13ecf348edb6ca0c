import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { lapse } from '../../src/cases/lapsing.ts'
import { closeUnsolved, rate } from '../../src/cases/rating.ts'
import { appeal, object, reopen, reopenByUnion } from '../../src/cases/reopening.ts'
import { allowedToWorker } from '../../src/cases/windows.ts'
import { confirmWithdrawal, reinstate, resume, withdraw } from '../../src/cases/withdrawing.ts'
import { type Held, type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(env.DB)
})

async function replied() {
  const held = await here.fileCase()
  await here.advance(held, 'replied')
  return held
}

const daysOn = (days: number) => here.at(new Date(here.scene.now.getTime() + days * 86_400_000))
const refused = { ok: false, why: 'not_allowed' }
const unsolved = { solved: 'not_solved', satisfied: 'not_satisfied' } as const

async function offers(held: Held, days = 0) {
  const { rules, now } = daysOn(days).scene
  return allowedToWorker(await here.asWorker(held), rules, now)
}

test('“solved” closes the case as solved', async () => {
  const held = await replied()
  const answers = { solved: 'solved', satisfied: 'basically' } as const
  expect(await rate(here.scene, await here.asWorker(held), answers)).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({ state: 'closed', closingLabel: 'solved', dueAt: null })
})

test('“not solved” is kept once, and leaves the case with the worker', async () => {
  const held = await replied()
  expect(await rate(here.scene, await here.asWorker(held), unsolved)).toEqual({ ok: true })
  const subject = await here.asWorker(held)
  expect(subject.case.state).toBe('replied')
  expect(subject.rating).toMatchObject(unsolved)
  expect(await rate(here.scene, subject, unsolved)).toEqual(refused)
})

test('two ratings at once leave one', async () => {
  const held = await replied()
  const subject = await here.asWorker(held)
  const outcomes = await Promise.all([
    rate(here.scene, subject, unsolved),
    rate(here.scene, subject, { solved: 'solved', satisfied: 'satisfied' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, why: 'conflict' })
})

test('without an answer the clock closes the case as not answered, never as solved', async () => {
  const held = await replied()
  await lapse(daysOn(9).scene)
  expect((await here.row(held.id)).state).toBe('replied')
  await lapse(daysOn(40).scene)
  expect(await here.row(held.id)).toMatchObject({ state: 'closed', closingLabel: 'no_answer' })
})

test('after “not solved” the clock hands the case to the chair, who closes it with a reason', async () => {
  const held = await replied()
  await rate(here.scene, await here.asWorker(held), unsolved)
  const later = daysOn(40)
  await lapse(later.scene)
  expect(await here.row(held.id)).toMatchObject({
    state: 'replied',
    holderRole: 'chair',
    holderOrgId: 'federation',
  })
  const { chair } = here.people
  const subject = await later.load('chair', held.id)
  const { turn } = subject.case
  expect(await closeUnsolved(later.scene, chair, subject, { turn, reason: '' })).toEqual({
    ok: false,
    why: 'reason_missing',
  })
  const reason = 'The works is bankrupt; the court has the list.'
  expect(await closeUnsolved(later.scene, chair, subject, { turn, reason })).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({ state: 'closed', closingLabel: 'unsolved' })
})

test('or the chair has it done again', async () => {
  const held = await replied()
  await rate(here.scene, await here.asWorker(held), unsolved)
  const later = daysOn(40)
  await lapse(later.scene)
  const subject = await later.load('chair', held.id)
  const input = { turn: subject.case.turn, reason: 'There is more to do.' }
  expect(await reopenByUnion(later.scene, here.people.chair, subject, input)).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({ state: 'reopened', formerHandlerId: 'handler' })
})

test('a reopened case starts with a clean sheet, under supervision', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'closed')
  const reason = 'The wages came once and then not again.'
  expect(await reopen(daysOn(3).scene, await here.asWorker(held), { reason })).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({
    state: 'reopened',
    closedAt: null,
    closingLabel: null,
    handlerId: null,
    formerHandlerId: 'handler',
    dispatches: 0,
    holderRole: 'duty_officer',
    supervisedAt: daysOn(3).scene.now,
  })
})

test('reopening is offered for thirty days after closing, the last one rolled past days off', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'closed')
  // Thirty days after 21 September is Wednesday, 21 October.
  expect(await offers(held, 30)).toContain('reopen')
  expect(await offers(held, 31)).not.toContain('reopen')
  const late = await reopen(daysOn(31).scene, await here.asWorker(held), { reason: 'Too late.' })
  expect(late).toEqual(refused)
})

test.each(['declined', 'withdrawn'] as const)(
  'a case that was %s is neither reopened nor appealed',
  async (state) => {
    const held = await here.fileCase()
    await here.advance(held, state)
    await lapse(daysOn(60).scene)
    const offered = await offers(held, 1)
    expect(offered).not.toContain('reopen')
    expect(offered).not.toContain('appeal')
  },
)

test('an appeal moves the case one level up, up to the federation and no further', async () => {
  const held = await replied()
  await appeal(here.scene, await here.asWorker(held), { reason: 'Not right.' })
  expect(await here.row(held.id)).toMatchObject({
    state: 'under_review',
    orgPath: '00010001',
    holderOrgId: 'township',
    formerHandlerId: 'handler',
  })

  const top = await here.fileCase({ orgId: 'federation', orgPath: '0001', category: 'wages' })
  const { officer, countyOfficer } = here.people
  expect(officer.grants).not.toEqual(countyOfficer.grants)
  expect(await offers(top)).not.toContain('appeal')
})

test('an objection is offered for thirty days and goes to triage one level up', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'declined')
  expect(await offers(held, 30)).toContain('object')
  expect(await offers(held, 31)).not.toContain('object')
  expect(await object(here.scene, await here.asWorker(held), { reason: 'It is yours.' })).toEqual({
    ok: true,
  })
  expect(await here.row(held.id)).toMatchObject({
    state: 'triage',
    orgPath: '00010001',
    closingLabel: null,
  })
})

test('an objection that never comes closes the case as declined', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'declined')
  await lapse(daysOn(45).scene)
  expect(await here.row(held.id)).toMatchObject({ state: 'closed', closingLabel: 'declined' })
})

test('a withdrawn case can be resumed by its worker', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'investigating')
  await withdraw(here.scene, await here.asWorker(held), {})
  expect(await here.row(held.id)).toMatchObject({ state: 'withdrawn', holderRole: 'department_head' })
  expect(await resume(here.scene, await here.asWorker(held), {})).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({ state: 'triage', handlerId: null })
})

test('a second person confirms a withdrawal, or finds pressure and reinstates the case', async () => {
  const { head } = here.people
  const free = await here.fileCase()
  await here.advance(free, 'withdrawn')
  const one = await here.load('head', free.id)
  const said = { turn: one.case.turn, reason: 'Called; it is settled.' }
  expect(await confirmWithdrawal(here.scene, head, one, said)).toEqual({ ok: true })
  expect(await here.row(free.id)).toMatchObject({ state: 'closed', closingLabel: 'withdrawn' })

  const pressed = await here.fileCase()
  await here.advance(pressed, 'withdrawn')
  const other = await here.load('head', pressed.id)
  const found = { turn: other.case.turn, reason: 'He was told to.' }
  expect(await reinstate(here.scene, head, other, found)).toEqual({ ok: true })
  expect((await here.row(pressed.id)).state).toBe('triage')
})
