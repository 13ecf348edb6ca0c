import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { historyForWorker } from '../../src/cases/history.ts'
import { loadByReceiptHash, loadForStaff } from '../../src/cases/loading.ts'
import { myData } from '../../src/cases/mydata.ts'
import { allowedActions, lookAtIdentity, performAs, performAsWorker } from '../../src/cases/performing.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { identities } from '../../src/db/tables/submissions.ts'
import { atUnit } from '../support/town/places.ts'
import { type Name, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const sees = async (name: Name, id: string) =>
  (await loadForStaff(here.scene, here.people[name], id)) !== null

test('a person sees the cases of his organisation and below, and nobody else does', async () => {
  const { id } = await here.file()
  for (const name of ['officer', 'handler', 'head', 'countyOfficer', 'chair', 'supervisor'] as const)
    expect(await sees(name, id)).toBe(true)
  for (const name of ['stranger', 'administrator', 'auditor'] as const)
    expect(await sees(name, id)).toBe(false)
})

test('what was filed past the unit is not seen there', async () => {
  const local = await here.person('local', [['duty_officer', 'union']])
  const open = await here.file(atUnit)
  const past = await here.file({ ...atUnit, bypassesUnit: true })
  expect(await loadForStaff(here.scene, local, open.id)).not.toBeNull()
  expect(await loadForStaff(here.scene, local, past.id)).toBeNull()
})

test('a strict case is seen only by the people named for its category', async () => {
  const named = await here.person('named', [['duty_officer', 'township']], ['harassment'])
  const { id } = await here.file({ category: 'harassment' })
  expect(await loadForStaff(here.scene, named, id)).not.toBeNull()
  for (const name of ['officer', 'chair', 'countyOfficer', 'supervisor'] as const)
    expect(await sees(name, id)).toBe(false)
})

test('a harassment case that is accepted as wages is still seen by those it was filed for', async () => {
  const named = await here.person('kept', [['duty_officer', 'township']], ['harassment'])
  const { id } = await here.file({ category: 'harassment' })
  const subject = await here.load(named, { id })
  expect(await performAs(here.scene, named, subject, 'accept', { turn: 2, category: 'wages' })).toMatchObject(
    { ok: true },
  )
  expect(await here.caseOf({ id })).toMatchObject({
    category: 'wages',
    secrecy: 'strict',
    confidedTo: 'harassment',
  })
  expect(await loadForStaff(here.scene, named, id)).not.toBeNull()
  expect(await sees('officer', id)).toBe(false)
})

test('a person who stands aside neither sees the case nor acts on it', async () => {
  const { id } = await here.file()
  const subject = await here.load('head', { id })
  await performAs(here.scene, here.people.head, subject, 'recuse', { reason: 'My cousin’s works.' })
  expect(await sees('head', id)).toBe(false)
  expect(allowedActions(here.people.head, { ...subject, recused: true }, here.scene)).toEqual([])
})

test('the same look again shows nothing once the case is in other hands', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  const before = await here.load('handler', held)
  const why = { reason: 'To call her.' }
  expect((await lookAtIdentity(here.scene, here.people.handler, before, why)).ok).toBe(true)
  expect(await here.does('officer', held, 'reassign', { reason: 'He is ill.' })).toEqual({ ok: true })
  expect(await here.look('handler', held, why)).toEqual({ ok: false, why: 'not_allowed' })
})

test('each look at an identity has a reason, and the worker reads that it was, and by which role', async () => {
  const held = await here.file()
  const { officer } = here.people
  const subject = await here.load('officer', held)
  expect(await lookAtIdentity(here.scene, officer, subject, { reason: '' })).toEqual({
    ok: false,
    why: 'reason_missing',
  })
  expect(await lookAtIdentity(here.scene, officer, subject, { reason: 'To call him.' })).toEqual({
    ok: true,
    details: { worker_name: 'Li Na', worker_phone: '13800000000' },
  })
  const history = await historyForWorker(here.scene, await here.asWorker(held))
  expect(history.at(-1)).toMatchObject({
    action: 'look_at_identity',
    role: 'duty_officer',
    reason: null,
    name: null,
  })
})

test('in report mode the identity never leaves the federation', async () => {
  const held = await here.file({ mode: 'report' })
  const { receipt } = held
  succeeded(await performAsWorker(here.scene, await here.asWorker(held), 'open_identity', { receipt }))
  const near = await here.load('officer', held)
  expect(allowedActions(here.people.officer, near, here.scene)).not.toContain('look_at_identity')
  const federation = await here.load('countyOfficer', held)
  expect(allowedActions(here.people.countyOfficer, federation, here.scene)).toContain('look_at_identity')
})

test('an anonymous case has no identity to look at', async () => {
  const { id } = await here.file({ anonymous: true })
  expect(allowedActions(here.people.officer, await here.load('officer', { id }), here.scene)).not.toContain(
    'look_at_identity',
  )
})

test('a worker has what names him deleted; that it was is written down, without content', async () => {
  const held = await here.file()
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'erase_identity', {})).toEqual({
    ok: true,
  })
  expect(await here.db.select().from(identities).where(eq(identities.caseId, held.id))).toEqual([])
  expect((await here.caseOf(held)).anonymous).toBe(true)
  const ledger = await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))
  expect(ledger).toMatchObject([{ what: 'identity', why: 'asked_by_worker' }])
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'erase_identity', {})).toEqual({
    ok: true,
    again: true,
  })
  const later = here.at(here.scene.now.getTime() + 20 * 60_000)
  expect(await later.workerDoes(held, 'erase_identity')).toEqual({ ok: false, why: 'not_allowed' })
  expect(await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))).toHaveLength(1)
})

test('a worker corrects what he wrote, and his name', async () => {
  const held = await here.file()
  const input = {
    reason: 'It was August, not July.',
    details: { worker_name: 'Li Na', worker_phone: '13900000000' },
  }
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'correct', input)).toEqual({ ok: true })
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ action: 'correct', reason: input.reason })
  const data = await myData(here.scene, await here.asWorker(held))
  expect(data.identity).toEqual(input.details)
  expect(data.answers).toEqual({ matter: 'wages', story: 'No wages since July.' })
})

test('what a worker fetches names nobody at the union', async () => {
  const held = await here.file()
  await here.reach(held, 'closed')
  const text = JSON.stringify(await myData(here.scene, await here.asWorker(held)))
  expect(text).toContain('The wages are paid.')
  for (const name of ['officer@', '"handler"@', 'deputy@', 'staffId', 'drafterId'])
    expect(text).not.toContain(name)
})

test('retaliation starts supervision and tells the supervisors at once; two taps say it once', async () => {
  const held = await here.file()
  const reason = 'They moved me to nights.'
  const subject = await here.asWorker(held)
  const taps = [1, 2].map(() => performAsWorker(here.scene, subject, 'report_retaliation', { reason }))
  expect(await Promise.all(taps)).toEqual(expect.arrayContaining([{ ok: true }, { ok: true, again: true }]))
  const later = here.at(here.scene.now.getTime() + 20 * 60_000)
  expect(
    await performAsWorker(later.scene, await here.asWorker(held), 'report_retaliation', { reason }),
  ).toEqual({ ok: true })
  const said = (await here.historyOf(held)).filter(({ action }) => action === 'report_retaliation')
  expect(said).toHaveLength(2)
  expect((await here.caseOf(held)).supervisedAt).toEqual(here.scene.now)
  const mails = (await here.notices()).filter(
    ({ caseId, event }) => caseId === held.id && event === 'retaliation 2026-09-21',
  )
  expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([
    'chair@union.example',
    'supervisor@union.example',
  ])
  expect((await here.historyOf(held)).filter(({ action }) => action === 'supervise')).toHaveLength(1)
})

test('retaliation that the worker tells of on another day is told again', async () => {
  const held = await here.file()
  const told = async () => (await here.notices()).filter(({ caseId }) => caseId === held.id).length
  succeeded(await here.workerDoes(held, 'report_retaliation', { reason: 'They moved me to nights.' }))
  expect(await told()).toBe(2)
  const tomorrow = here.at(here.scene.now.getTime() + 24 * 3_600_000)
  succeeded(await tomorrow.workerDoes(held, 'report_retaliation', { reason: 'They sacked me.' }))
  expect(await told()).toBe(4)
})

test('a receipt that opens nothing is just nothing', async () => {
  expect(await loadByReceiptHash(here.scene, 'no such hash')).toBeNull()
})
