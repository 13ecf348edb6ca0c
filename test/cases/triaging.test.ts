import { env } from 'cloudflare:workers'
import { like } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { allowedActions } from '../../src/cases/access.ts'
import {
  accept,
  agreeDecline,
  askInfo,
  giveInfo,
  merge,
  proposeDecline,
  refuseDecline,
} from '../../src/cases/triaging.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { type Held, type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(env.DB)
})

const officer = (held: Held) => here.load('officer', held.id)

test('accepting sets category, weight and workers, and starts the time to answer', async () => {
  const held = await here.fileCase()
  const input = { turn: 2, category: 'hours', complex: true, workers: 12 } as const
  expect(await accept(here.scene, here.people.officer, await officer(held), input)).toMatchObject({
    ok: true,
  })
  expect(await here.row(held.id)).toMatchObject({
    state: 'accepted',
    category: 'hours',
    complex: true,
    workers: 12,
    acceptedAt: here.scene.now,
    holderRole: 'duty_officer',
  })
})

test('a new category makes a case more secret, never less', async () => {
  const held = await here.fileCase({ category: 'injury' })
  await accept(here.scene, here.people.officer, await officer(held), { turn: 2, category: 'welfare' })
  expect((await here.row(held.id)).secrecy).toBe('confidential')
})

test('a case that turns out to be about the union’s conduct goes a level up, to people named for it', async () => {
  await here.person('discipline', [['duty_officer', 'federation']], ['conduct'])
  const held = await here.fileCase()
  await accept(here.scene, here.people.officer, await officer(held), { turn: 2, category: 'conduct' })
  expect(await here.row(held.id)).toMatchObject({
    orgPath: '00010001',
    orgId: 'township',
    secrecy: 'strict',
    bypassesUnit: true,
    holderOrgId: 'federation',
  })
  await expect(officer(held)).rejects.toThrow('does not see')
})

const urgent = (id: string) =>
  here.db
    .select({ recipient: deliveries.recipient, data: deliveries.data })
    .from(deliveries)
    .where(like(deliveries.period, `${id}%`))

test('a category with danger shortens the deadlines, and whoever has the case is told at once', async () => {
  const held = await here.fileCase()
  const input = { turn: 2, category: 'safety' } as const
  expect(await accept(here.scene, here.people.officer, await officer(held), input)).toEqual({
    ok: true,
    urgent: true,
  })
  const inTwoHours = new Date('2026-09-21T11:00:00+08:00')
  expect(await here.row(held.id)).toMatchObject({
    danger: true,
    dueAt: inTwoHours,
    contactDueAt: inTwoHours,
    halfAt: null,
  })
  expect(await urgent(held.id)).toEqual([
    {
      recipient: 'officer@union.example',
      data: { case: { id: held.id, number: held.number, category: 'safety' }, why: 'danger' },
    },
  ])
})

test('of a case that turns strict only people named for it are told; without any, the administrators', async () => {
  const held = await here.fileCase()
  await accept(here.scene, here.people.officer, await officer(held), { turn: 2, category: 'harassment' })
  expect((await urgent(held.id)).map(({ recipient }) => recipient)).toEqual(['administrator@union.example'])

  await here.person('counsellor', [['duty_officer', 'township']], ['harassment'])
  const other = await here.fileCase()
  await accept(here.scene, here.people.officer, await officer(other), { turn: 2, category: 'harassment' })
  expect((await urgent(other.id)).map(({ recipient }) => recipient)).toEqual(['counsellor@union.example'])
})

test('what hurts the mind is danger unless the worker said that there is none', async () => {
  const answers = { category: 'wages', what: 'I cannot sleep.' }
  for (const [danger, isUrgent] of [
    [undefined, true],
    [false, false],
  ] as const) {
    const held = await here.fileCase({
      answers: danger === undefined ? answers : { ...answers, danger },
      ...(danger === undefined ? {} : { danger }),
    })
    const subject = await officer(held)
    const input = { turn: 2, category: 'mental' } as const
    const outcome = await accept(here.scene, here.people.officer, subject, input)
    expect(outcome).toEqual(isUrgent ? { ok: true, urgent: true } : { ok: true })
    expect((await here.row(held.id)).danger).toBe(isUrgent)
  }
})

test('danger that was known at filing is not told a second time', async () => {
  const held = await here.fileCase({ category: 'safety' })
  const before = await urgent(held.id)
  expect(
    await accept(here.scene, here.people.officer, await officer(held), { turn: 2, category: 'hours' }),
  ).toEqual({ ok: true })
  expect(await urgent(held.id)).toEqual(before)
  expect((await here.row(held.id)).danger).toBe(true)
})

test('what is asked of the worker comes back to triage with his answer', async () => {
  const held = await here.fileCase()
  await askInfo(here.scene, here.people.officer, await officer(held), { turn: 2, reason: 'Which months?' })
  expect(await here.row(held.id)).toMatchObject({ state: 'needs_info', holderRole: null, halfAt: null })
  expect(await giveInfo(here.scene, await here.asWorker(held), { text: 'July and August.' })).toEqual({
    ok: true,
  })
  expect(await here.row(held.id)).toMatchObject({ state: 'triage', holderOrgId: 'township' })
})

test('declining takes two people, and the worker reads the reason of the proposal', async () => {
  const held = await here.fileCase()
  const reason = 'Not ours; the tax office, window 3.'
  await proposeDecline(here.scene, here.people.officer, await officer(held), { turn: 2, reason })
  expect(await here.row(held.id)).toMatchObject({ state: 'triage', holderRole: 'department_head' })

  expect(allowedActions(here.people.officer, await officer(held))).not.toContain('agree_decline')
  expect(allowedActions(here.people.officer, await officer(held))).not.toContain('accept')
  expect(await agreeDecline(here.scene, here.people.officer, await officer(held), { turn: 3 })).toEqual({
    ok: false,
    why: 'not_allowed',
  })

  const head = await here.load('head', held.id)
  expect(await agreeDecline(here.scene, here.people.head, head, { turn: 3 })).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({ state: 'declined', closingLabel: 'declined' })
  expect((await here.events(held.id)).at(-1)).toMatchObject({ reason, reasonShown: true })
})

test('a refused proposal leaves the case in triage, free to be accepted', async () => {
  const held = await here.fileCase()
  await proposeDecline(here.scene, here.people.officer, await officer(held), { turn: 2, reason: 'Not ours.' })
  const head = await here.load('head', held.id)
  await refuseDecline(here.scene, here.people.head, head, { turn: 3, reason: 'It is ours.' })
  expect(allowedActions(here.people.officer, await officer(held))).toContain('accept')
})

test('merging closes a case and makes the other stand for the workers of both', async () => {
  const target = await here.fileCase({ workers: 6 })
  const held = await here.fileCase({ workers: 5 })
  const subject = await officer(held)
  const step = { turn: 2, reason: 'The same wages.' }
  expect(await merge(here.scene, here.people.officer, subject, { ...step, into: target.number })).toEqual({
    ok: true,
  })
  expect(await here.row(held.id)).toMatchObject({
    state: 'closed',
    closingLabel: 'merged',
    mergedIntoId: target.id,
  })
  expect((await here.row(target.id)).workers).toBe(11)
})

test('a case merges neither into itself nor into one that is closed, unknown or unseen', async () => {
  const closed = await here.fileCase()
  await here.advance(closed, 'closed')
  const unseen = await here.fileCase({ category: 'mental' })
  const held = await here.fileCase()
  const subject = await officer(held)
  for (const into of [held.number, closed.number, unseen.number, 999_999, Number.NaN]) {
    const outcome = await merge(here.scene, here.people.officer, subject, { turn: 2, reason: 'Same.', into })
    expect(outcome).toEqual({ ok: false, why: 'invalid' })
  }
})
