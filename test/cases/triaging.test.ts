import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { allowedActions, performAs, performAsWorker } from '../../src/cases/performing.ts'
import { atUnit } from '../support/town/places.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const officer = (held: Held) => here.load('officer', held)

test('accepting sets category, weight and workers, and starts the time to answer', async () => {
  const held = await here.file()
  const input = { turn: 2, category: 'hours', complex: true, workers: 12 } as const
  expect(
    await performAs(here.scene, here.people.officer, await officer(held), 'accept', input),
  ).toMatchObject({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({
    state: 'accepted',
    category: 'hours',
    complex: true,
    workers: 12,
    acceptedAt: here.scene.now,
    holderRole: 'duty_officer',
  })
})

test('a new category makes a case more secret, never less', async () => {
  const held = await here.file({ category: 'injury' })
  await performAs(here.scene, here.people.officer, await officer(held), 'accept', {
    turn: 2,
    category: 'welfare',
  })
  expect((await here.caseOf(held)).secrecy).toBe('confidential')
})

test('a case that turns out to be about conduct goes above all it may concern, to people named for it', async () => {
  await here.person('discipline', [['duty_officer', 'federation']], ['conduct'])
  const held = await here.file()
  await performAs(here.scene, here.people.officer, await officer(held), 'accept', {
    turn: 2,
    category: 'conduct',
  })
  expect(await here.caseOf(held)).toMatchObject({
    orgPath: '0001',
    orgId: 'federation',
    secrecy: 'strict',
    bypassesUnit: true,
    holderOrgId: 'federation',
  })
  await expect(officer(held)).rejects.toThrow('does not see')
})

test('a case that turns out to be confidential leaves the union inside the employer', async () => {
  const local = await here.person('local', [['duty_officer', 'union']])
  for (const [category, orgId] of [
    ['welfare', 'union'],
    ['wages', 'township'],
  ] as const) {
    const held = await here.file(atUnit)
    succeeded(await here.does(local, held, 'accept', { category }))
    expect(await here.caseOf(held)).toMatchObject({ orgId, holderOrgId: orgId })
    expect(await here.sees(local, held)).toBe(orgId === 'union')
  }
})

/** What people were told of a case at once. */
const urgent = async (id: string) =>
  (await here.notices())
    .filter(({ caseId }) => caseId === id)
    .map(({ recipient, data }) => ({ recipient, data }))

test('a category with danger shortens the deadlines, and whoever has the case is told at once', async () => {
  const held = await here.file()
  const input = { turn: 2, category: 'safety' } as const
  expect(await performAs(here.scene, here.people.officer, await officer(held), 'accept', input)).toEqual({
    ok: true,
  })
  const inTwoHours = new Date('2026-09-21T11:00:00+08:00')
  expect(await here.caseOf(held)).toMatchObject({
    danger: true,
    dueAt: inTwoHours,
    contactDueAt: inTwoHours,
    halfAt: null,
  })
  expect(await urgent(held.id)).toEqual([
    {
      recipient: 'officer@union.example',
      data: {
        cases: [{ id: held.id, number: held.number }],
        why: 'danger',
        contactBy: inTwoHours.getTime(),
      },
    },
  ])
})

test('of a case that turns strict only people named for it are told; without any, the administrators', async () => {
  const held = await here.file()
  await performAs(here.scene, here.people.officer, await officer(held), 'accept', {
    turn: 2,
    category: 'harassment',
  })
  expect((await urgent(held.id)).map(({ recipient }) => recipient)).toEqual(['administrator@union.example'])

  await here.person('counsellor', [['duty_officer', 'township']], ['harassment'])
  const other = await here.file()
  await performAs(here.scene, here.people.officer, await officer(other), 'accept', {
    turn: 2,
    category: 'harassment',
  })
  expect((await urgent(other.id)).map(({ recipient }) => recipient)).toEqual(['counsellor@union.example'])
})

test('what hurts the mind is danger unless the worker said that there is none', async () => {
  const answers = { matter: 'wages', story: 'I cannot sleep.' }
  for (const [danger, isUrgent] of [
    [undefined, true],
    [false, false],
  ] as const) {
    const held = await here.file({
      answers: danger === undefined ? answers : { ...answers, danger },
      ...(danger === undefined ? {} : { danger }),
    })
    const subject = await officer(held)
    const input = { turn: 2, category: 'mental' } as const
    expect(await performAs(here.scene, here.people.officer, subject, 'accept', input)).toEqual({ ok: true })
    expect((await urgent(held.id)).length > 0).toBe(isUrgent)
    expect((await here.caseOf(held)).danger).toBe(isUrgent)
  }
})

test('danger that was known at filing is not told a second time', async () => {
  const held = await here.file({ category: 'safety' })
  const before = await urgent(held.id)
  expect(
    await performAs(here.scene, here.people.officer, await officer(held), 'accept', {
      turn: 2,
      category: 'hours',
    }),
  ).toEqual({ ok: true })
  expect(await urgent(held.id)).toEqual(before)
  expect((await here.caseOf(held)).danger).toBe(true)
})

test('what is asked of the worker comes back to triage with his answer', async () => {
  const held = await here.file()
  await performAs(here.scene, here.people.officer, await officer(held), 'ask_info', {
    turn: 2,
    reason: 'Which months?',
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'needs_info', holderRole: null, halfAt: null })
  expect(
    await performAsWorker(here.scene, await here.asWorker(held), 'give_info', { reason: 'July and August.' }),
  ).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', holderOrgId: 'township' })
})

test('declining takes two people, and the worker reads the reason of the proposal', async () => {
  const held = await here.file()
  const reason = 'Not ours; the tax office, window 3.'
  await performAs(here.scene, here.people.officer, await officer(held), 'propose_decline', {
    turn: 2,
    reason,
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', holderRole: 'department_head' })

  expect(allowedActions(here.people.officer, await officer(held), here.scene)).not.toContain('agree_decline')
  expect(allowedActions(here.people.officer, await officer(held), here.scene)).not.toContain('accept')
  expect(
    await performAs(here.scene, here.people.officer, await officer(held), 'agree_decline', { turn: 3 }),
  ).toEqual({
    ok: false,
    why: 'not_allowed',
  })

  const head = await here.load('head', held)
  expect(await performAs(here.scene, here.people.head, head, 'agree_decline', { turn: 3 })).toEqual({
    ok: true,
  })
  expect(await here.caseOf(held)).toMatchObject({ state: 'declined', closingLabel: 'declined' })
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ reason, reasonShown: true })
})

test('a refused proposal leaves the case in triage, free to be accepted', async () => {
  const held = await here.file()
  await performAs(here.scene, here.people.officer, await officer(held), 'propose_decline', {
    turn: 2,
    reason: 'Not ours.',
  })
  const head = await here.load('head', held)
  await performAs(here.scene, here.people.head, head, 'refuse_decline', { turn: 3, reason: 'It is ours.' })
  expect(allowedActions(here.people.officer, await officer(held), here.scene)).toContain('accept')
})
