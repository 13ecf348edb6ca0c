import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { allowedActions, performAs } from '../../src/cases/performing.ts'
import type { ReplyOutcome } from '../../src/db/vocabulary.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { appealedToCounty } from '../support/town/deciding.ts'
import { atUnit } from '../support/town/places.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const dueOf = ({ duties }: Awaited<ReturnType<Town['load']>>, duty: string) =>
  Number(duties.find(({ kind }) => kind === duty)?.dueAt)

async function drafted(held: Held, outcome: ReplyOutcome, who: Staff = here.people.handler) {
  const subject = await here.load(who, held)
  const input = { turn: subject.case.turn, body: 'This is our answer.', outcome }
  succeeded(await performAs(here.scene, who, subject, 'submit_draft', input))
}

async function approved(held: Held, who: Staff = here.people.head) {
  const subject = await here.load(who, held)
  return performAs(here.scene, who, subject, 'approve', { turn: subject.case.turn })
}

async function signed(held: Held, who: Staff) {
  const subject = await here.load(who, held)
  return performAs(here.scene, who, subject, 'sign', { turn: subject.case.turn })
}

async function inDrafting(changes: Parameters<Town['file']>[0] = {}) {
  const held = await here.file(changes)
  await here.reach(held, 'drafting')
  return held
}

test('a returned draft goes back to its handler with the reason', async () => {
  const held = await inDrafting()
  await drafted(held, 'supported')
  const subject = await here.load('head', held)
  const input = { turn: subject.case.turn, reason: 'Say by when.' }
  expect(await performAs(here.scene, here.people.head, subject, 'send_back', input)).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({ state: 'drafting', holderId: 'handler' })
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ reason: 'Say by when.', reasonShown: false })
  const again = await here.load('handler', held)
  expect(again.reply?.body).toBe('This is our answer.')
})

test('nobody reviews his own draft, nor signs what he drafted or reviewed', async () => {
  const all = await here.person('allRoles', [
    ['handler', 'federation'],
    ['department_head', 'federation'],
    ['deputy_chair', 'federation'],
    ['chair', 'federation'],
    ['duty_officer', 'federation'],
  ])
  const held = await here.file()
  await here.reach(held, 'in_review')
  expect(await approved(held, all)).toEqual({ ok: true })
  expect(await signed(held, all)).toEqual({ ok: false, why: 'not_allowed' })
  expect(allowedActions(all, await here.load(all, held), here.scene)).not.toContain('sign')
  expect(await signed(held, here.people.deputy)).toEqual({ ok: true })
})

test('a draft waits where somebody else than its author can review it', async () => {
  const author = await here.person('headAndHandler', [
    ['handler', 'union'],
    ['department_head', 'union'],
  ])
  const held = await here.file(atUnit)
  await here.reach(held, 'accepted')
  const subject = await here.load('officer', held)
  succeeded(
    await performAs(here.scene, here.people.officer, subject, 'dispatch', { turn: 3, handlerId: author.id }),
  )
  succeeded(await performAs(here.scene, author, await here.load(author, held), 'sign_for', { turn: 4 }))
  succeeded(await performAs(here.scene, author, await here.load(author, held), 'start_draft', { turn: 5 }))
  await drafted(held, 'supported', author)
  expect((await here.caseOf(held)).holderOrgId).toBe('township')
})

test.each([
  ['a reply that does not support the worker', 'not_supported', 1],
  ['a case of ten workers', 'supported', 10],
] as const)('%s waits for the chair, and the deputy cannot sign it', async (_, outcome, workers) => {
  const held = await inDrafting({ workers })
  await drafted(held, outcome)
  await approved(held)
  expect(await here.caseOf(held)).toMatchObject({ state: 'sign_off', holderRole: 'chair' })
  expect(await signed(held, here.people.deputy)).toEqual({ ok: false, why: 'not_allowed' })
  expect(await signed(held, here.people.chair)).toEqual({ ok: true })
})

test('other replies wait for the deputy', async () => {
  const held = await inDrafting({ workers: 9 })
  await drafted(held, 'partly')
  await approved(held)
  expect((await here.caseOf(held)).holderRole).toBe('deputy_chair')
})

test('before it is signed the worker reads nothing of a draft', async () => {
  const held = await inDrafting()
  await drafted(held, 'supported')
  expect((await here.asWorker(held)).reply).toBeNull()
  await approved(held)
  await signed(held, here.people.deputy)
  expect((await here.asWorker(held)).reply?.body).toBe('This is our answer.')
})

test('a refused signature goes back to the handler, and the reviewer may review the next draft', async () => {
  const held = await inDrafting()
  await drafted(held, 'supported')
  await approved(held)
  const subject = await here.load('deputy', held)
  const input = { turn: subject.case.turn, reason: 'The law has changed.' }
  await performAs(here.scene, here.people.deputy, subject, 'refuse_signature', input)
  expect(await here.caseOf(held)).toMatchObject({ state: 'drafting', holderId: 'handler' })
  await drafted(held, 'supported')
  expect(await here.caseOf(held)).toMatchObject({ state: 'in_review', holderRole: 'department_head' })
  expect(await approved(held)).toEqual({ ok: true })
})

test('an empty draft is not submitted', async () => {
  const held = await inDrafting()
  const subject = await here.load('handler', held)
  const input = { turn: subject.case.turn, body: '  ', outcome: 'supported' } as const
  expect(await performAs(here.scene, here.people.handler, subject, 'submit_draft', input)).toEqual({
    ok: false,
    why: 'reason_missing',
  })
})

test('an extension is offered only while the time to finish runs', async () => {
  const held = await appealedToCounty(here)
  expect(await here.does('countyOfficer', held, 'take_review', { handlerId: 'countyHandler' })).toEqual({
    ok: true,
  })
  expect(await here.mayDo('chair', held)).not.toContain('extend')
})

test('the chair extends the time once, by thirty days at most, with a reason', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  const { chair } = here.people
  const before = await here.load('chair', held)
  const step = { turn: before.case.turn, reason: 'The books are with the court.' }
  for (const days of [0, 31, 1.5])
    expect(await performAs(here.scene, chair, before, 'extend', { ...step, days })).toEqual({
      ok: false,
      why: 'invalid',
    })
  expect(await performAs(here.scene, chair, before, 'extend', { ...step, reason: '', days: 30 })).toEqual({
    ok: false,
    why: 'reason_missing',
  })
  expect(await performAs(here.scene, chair, before, 'extend', { ...step, days: 30 })).toEqual({ ok: true })
  const after = await here.load('chair', held)
  expect(await here.caseOf(held)).toMatchObject({ extended: true, extensionDays: 30 })
  for (const duty of ['finish', 'limit'] as const)
    expect(dueOf(after, duty)).toBeGreaterThan(dueOf(before, duty))
  const again = { turn: after.case.turn, reason: 'More.', days: 10 }
  expect(await performAs(here.scene, chair, after, 'extend', again)).toEqual({
    ok: false,
    why: 'not_allowed',
  })
})
