import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { allowedActions } from '../../src/cases/access.ts'
import { dispatch, signFor } from '../../src/cases/dispatching.ts'
import { sendBack, startDraft, submitDraft } from '../../src/cases/drafting.ts'
import { extend } from '../../src/cases/extending.ts'
import { approve, refuseSignature, sign } from '../../src/cases/signing.ts'
import type { ReplyOutcome } from '../../src/db/vocabulary.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { type Held, succeeded, type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(env.DB)
})

async function drafted(held: Held, outcome: ReplyOutcome, who: Staff = here.people.handler) {
  const subject = await here.load(who, held.id)
  const input = { turn: subject.case.turn, body: 'This is our answer.', outcome }
  succeeded(await submitDraft(here.scene, who, subject, input))
}

async function approved(held: Held, who: Staff = here.people.head) {
  const subject = await here.load(who, held.id)
  return approve(here.scene, who, subject, { turn: subject.case.turn })
}

async function signed(held: Held, who: Staff) {
  const subject = await here.load(who, held.id)
  return sign(here.scene, who, subject, { turn: subject.case.turn })
}

async function inDrafting(changes: Parameters<World['fileCase']>[0] = {}) {
  const held = await here.fileCase(changes)
  await here.advance(held, 'drafting')
  return held
}

test('a returned draft goes back to its handler with the reason', async () => {
  const held = await inDrafting()
  await drafted(held, 'supported')
  const subject = await here.load('head', held.id)
  const input = { turn: subject.case.turn, reason: 'Say by when.' }
  expect(await sendBack(here.scene, here.people.head, subject, input)).toEqual({ ok: true })
  expect(await here.row(held.id)).toMatchObject({ state: 'drafting', holderId: 'handler' })
  expect((await here.events(held.id)).at(-1)).toMatchObject({ reason: 'Say by when.', reasonShown: false })
  const again = await here.load('handler', held.id)
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
  const held = await here.fileCase()
  await here.advance(held, 'in_review')
  expect(await approved(held, all)).toEqual({ ok: true })
  expect(await signed(held, all)).toEqual({ ok: false, why: 'not_allowed' })
  expect(allowedActions(all, await here.load(all, held.id))).not.toContain('sign')
  expect(await signed(held, here.people.deputy)).toEqual({ ok: true })
})

test('a draft waits where somebody else than its author can review it', async () => {
  const author = await here.person('headAndHandler', [
    ['handler', 'union'],
    ['department_head', 'union'],
  ])
  const held = await here.fileCase()
  await here.advance(held, 'accepted')
  const subject = await here.load('officer', held.id)
  succeeded(await dispatch(here.scene, here.people.officer, subject, { turn: 3, handlerId: author.id }))
  succeeded(await signFor(here.scene, author, await here.load(author, held.id), { turn: 4 }))
  succeeded(await startDraft(here.scene, author, await here.load(author, held.id), { turn: 5 }))
  await drafted(held, 'supported', author)
  expect((await here.row(held.id)).holderOrgId).toBe('township')
})

test.each([
  ['a reply that does not support the worker', 'not_supported', 1],
  ['a case of ten workers', 'supported', 10],
] as const)('%s waits for the chair, and the deputy cannot sign it', async (_, outcome, workers) => {
  const held = await inDrafting({ workers })
  await drafted(held, outcome)
  await approved(held)
  expect(await here.row(held.id)).toMatchObject({ state: 'sign_off', holderRole: 'chair' })
  expect(await signed(held, here.people.deputy)).toEqual({ ok: false, why: 'not_allowed' })
  expect(await signed(held, here.people.chair)).toEqual({ ok: true })
})

test('other replies wait for the deputy', async () => {
  const held = await inDrafting({ workers: 9 })
  await drafted(held, 'partly')
  await approved(held)
  expect((await here.row(held.id)).holderRole).toBe('deputy_chair')
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
  const subject = await here.load('deputy', held.id)
  const input = { turn: subject.case.turn, reason: 'The law has changed.' }
  await refuseSignature(here.scene, here.people.deputy, subject, input)
  expect(await here.row(held.id)).toMatchObject({ state: 'drafting', holderId: 'handler' })
  await drafted(held, 'supported')
  expect(await here.row(held.id)).toMatchObject({ state: 'in_review', holderRole: 'department_head' })
  expect(await approved(held)).toEqual({ ok: true })
})

test('an empty draft is not submitted', async () => {
  const held = await inDrafting()
  const subject = await here.load('handler', held.id)
  const input = { turn: subject.case.turn, body: '  ', outcome: 'supported' } as const
  expect(await submitDraft(here.scene, here.people.handler, subject, input)).toEqual({
    ok: false,
    why: 'reason_missing',
  })
})

test('the chair extends the time once, by thirty days at most, with a reason', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'investigating')
  const { chair } = here.people
  const before = await here.load('chair', held.id)
  const step = { turn: before.case.turn, reason: 'The books are with the court.' }
  for (const days of [0, 31, 1.5])
    expect(await extend(here.scene, chair, before, { ...step, days })).toEqual({ ok: false, why: 'invalid' })
  expect(await extend(here.scene, chair, before, { ...step, reason: '', days: 30 })).toEqual({
    ok: false,
    why: 'reason_missing',
  })
  expect(await extend(here.scene, chair, before, { ...step, days: 30 })).toEqual({ ok: true })
  const after = await here.load('chair', held.id)
  expect(after.case).toMatchObject({ extended: true, extensionDays: 30 })
  expect(Number(after.case.dueAt)).toBeGreaterThan(Number(before.case.dueAt))
  const again = { turn: after.case.turn, reason: 'More.', days: 10 }
  expect(await extend(here.scene, chair, after, again)).toEqual({ ok: false, why: 'not_allowed' })
})
