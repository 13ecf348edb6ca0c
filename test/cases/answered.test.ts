import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { lapse } from '../../src/cases/clock/lapsing.ts'
import { allowedToWorker, performAs, performAsWorker } from '../../src/cases/performing.ts'
import { answeredByTownship } from '../support/town/deciding.ts'
import { days } from '../support/town/times.ts'
import { type Held, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

async function replied() {
  const held = await here.file()
  await here.reach(held, 'replied')
  return held
}

const daysOn = (count: number) => here.at(days(count))
const refused = { ok: false, why: 'not_allowed' }
const unsolved = { solved: 'not_solved', satisfied: 'not_satisfied' } as const

async function offers(held: Held, days = 0) {
  const { rules, now } = daysOn(days).scene
  return allowedToWorker(await here.asWorker(held), { rules, now })
}

test('“solved” closes the case as solved', async () => {
  const held = await replied()
  const answers = { solved: 'solved', satisfied: 'basically' } as const
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'rate_solved', answers)).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'closed', closingLabel: 'solved', dueAt: null })
})

test('“not solved” is kept once, and leaves the case with the worker', async () => {
  const held = await replied()
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'rate_unsolved', unsolved)).toEqual({
    ok: true,
  })
  const subject = await here.asWorker(held)
  expect(subject.case.state).toBe('replied')
  expect(subject.rating).toMatchObject(unsolved)
  expect(await performAsWorker(here.scene, subject, 'rate_unsolved', unsolved)).toEqual(refused)
})

test('two ratings at once leave one', async () => {
  const held = await replied()
  const subject = await here.asWorker(held)
  const outcomes = await Promise.all([
    performAsWorker(here.scene, subject, 'rate_unsolved', unsolved),
    performAsWorker(here.scene, subject, 'rate_solved', { solved: 'solved', satisfied: 'satisfied' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, why: 'conflict' })
})

test('without an answer the clock closes the case as not answered, never as solved', async () => {
  const held = await replied()
  await lapse(daysOn(9).scene)
  expect((await here.caseOf(held)).state).toBe('replied')
  await lapse(daysOn(40).scene)
  expect(await here.caseOf(held)).toMatchObject({ state: 'closed', closingLabel: 'no_answer' })
})

test('after “not solved” the clock hands the case to the chair, who closes it with a reason', async () => {
  const held = await replied()
  await performAsWorker(here.scene, await here.asWorker(held), 'rate_unsolved', unsolved)
  const later = daysOn(40)
  await lapse(later.scene)
  expect(await here.caseOf(held)).toMatchObject({
    state: 'replied',
    holderRole: 'chair',
    holderOrgId: 'federation',
  })
  const { chair } = here.people
  const subject = await later.load('chair', held)
  const { turn } = subject.case
  expect(await performAs(later.scene, chair, subject, 'close_unsolved', { turn, reason: '' })).toEqual({
    ok: false,
    why: 'reason_missing',
  })
  const reason = 'The works is bankrupt; the court has the list.'
  expect(await performAs(later.scene, chair, subject, 'close_unsolved', { turn, reason })).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'closed', closingLabel: 'unsolved' })
})

test('or the chair has it done again', async () => {
  const held = await replied()
  await performAsWorker(here.scene, await here.asWorker(held), 'rate_unsolved', unsolved)
  const later = daysOn(40)
  await lapse(later.scene)
  const subject = await later.load('chair', held)
  const input = { turn: subject.case.turn, reason: 'There is more to do.' }
  expect(await performAs(later.scene, here.people.chair, subject, 'reopen_by_union', input)).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'reopened', formerHandlerId: 'handler' })
})

test('a reopened case starts with a clean sheet, under supervision', async () => {
  const held = await here.file()
  await here.reach(held, 'closed')
  const reason = 'The wages came once and then not again.'
  expect(await performAsWorker(daysOn(3).scene, await here.asWorker(held), 'reopen', { reason })).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({
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
  const held = await here.file()
  await here.reach(held, 'closed')
  // Thirty days after 21 September is Wednesday, 21 October.
  expect(await offers(held, 30)).toContain('reopen')
  expect(await offers(held, 31)).not.toContain('reopen')
  const late = await performAsWorker(daysOn(31).scene, await here.asWorker(held), 'reopen', {
    reason: 'Too late.',
  })
  expect(late).toEqual(refused)
})

test.each(['declined', 'withdrawn'] as const)(
  'a case that was %s is neither reopened nor appealed',
  async (state) => {
    const held = await here.file()
    await here.reach(held, state)
    await lapse(daysOn(60).scene)
    const offered = await offers(held, 1)
    expect(offered).not.toContain('reopen')
    expect(offered).not.toContain('appeal')
  },
)

test('an appeal is offered for thirty days and moves the case above those who decided', async () => {
  const held = await answeredByTownship(here)
  expect(await offers(held, 30)).toContain('appeal')
  expect(await offers(held, 31)).not.toContain('appeal')
  await performAsWorker(here.scene, await here.asWorker(held), 'appeal', { reason: 'Not right.' })
  expect(await here.caseOf(held)).toMatchObject({
    state: 'under_review',
    orgPath: '0001',
    holderOrgId: 'federation',
    formerHandlerId: 'handler',
  })
})

test('an objection is offered for thirty days and goes to triage one level up', async () => {
  const held = await here.file()
  await here.reach(held, 'declined')
  expect(await offers(held, 30)).toContain('object')
  expect(await offers(held, 31)).not.toContain('object')
  expect(
    await performAsWorker(here.scene, await here.asWorker(held), 'object', { reason: 'It is yours.' }),
  ).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({
    state: 'triage',
    orgPath: '0001',
    closingLabel: null,
  })
})

test('an objection that never comes closes the case as declined', async () => {
  const held = await here.file()
  await here.reach(held, 'declined')
  await lapse(daysOn(45).scene)
  expect(await here.caseOf(held)).toMatchObject({ state: 'closed', closingLabel: 'declined' })
})

test('a withdrawn case can be resumed by its worker', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  await performAsWorker(here.scene, await here.asWorker(held), 'withdraw', {})
  expect(await here.caseOf(held)).toMatchObject({ state: 'withdrawn', holderRole: 'department_head' })
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'resume', {})).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', handlerId: null })
})

test('a second person confirms a withdrawal, or finds pressure and reinstates the case', async () => {
  const { head } = here.people
  const free = await here.file()
  await here.reach(free, 'withdrawn')
  const one = await here.load('head', free)
  const said = { turn: one.case.turn, reason: 'Called; it is settled.' }
  expect(await performAs(here.scene, head, one, 'confirm_withdrawal', said)).toEqual({ ok: true })
  expect(await here.caseOf(free)).toMatchObject({ state: 'closed', closingLabel: 'withdrawn' })

  const pressed = await here.file()
  await here.reach(pressed, 'withdrawn')
  const other = await here.load('head', pressed)
  const found = { turn: other.case.turn, reason: 'He was told to.' }
  expect(await performAs(here.scene, head, other, 'reinstate', found)).toEqual({ ok: true })
  expect((await here.caseOf(pressed)).state).toBe('triage')
})
