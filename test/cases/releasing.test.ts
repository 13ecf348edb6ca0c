import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { historyForWorker } from '../../src/cases/history.ts'
import { performAs } from '../../src/cases/performing.ts'
import { unname } from '../../src/orgs/nominating.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { officeOf } from '../support/town/office.ts'
import { succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let one: Staff
let other: Staff
beforeAll(async () => {
  here = await town(env.DB)
  one = await here.person('one', [['duty_officer', 'federation']], ['harassment'])
  other = await here.person('other', [['supervisor', 'federation']], ['harassment'])
})

const reason = 'It is about wages after all.'
const toCarers = { confidedTo: 'mental', reason: 'She spoke of ending it.' } as const
const refused = { ok: false, why: 'not_allowed' }

/** A case that was filed as harassment and is called wages by now. */
async function renamed() {
  const held = await here.file({ category: 'harassment' })
  succeeded(await here.does(one, held, 'accept', { category: 'wages' }))
  return held
}

test('two of the named people move a case out of confidence; it stays confidential, and the worker reads it', async () => {
  const held = await renamed()
  expect(await here.does(one, held, 'propose_release', {})).toEqual({ ok: false, why: 'reason_missing' })
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  expect(await here.sees('officer', held)).toBe(false)
  const told = (await here.notices()).filter(({ caseId, kind }) => caseId === held.id && kind === 'your_turn')
  expect(told.map(({ to }) => to)).toContain('other')
  succeeded(await here.does(other, held, 'agree_release'))
  expect(await here.caseOf(held)).toMatchObject({
    secrecy: 'confidential',
    confidedTo: null,
    orgId: 'township',
    holderRole: 'duty_officer',
    holderOrgId: 'township',
    releaserId: null,
  })
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: 'handler' }))
  const history = await historyForWorker(here.scene, await here.asWorker(held))
  expect(history).toContainEqual(expect.objectContaining({ action: 'agree_release', reason: null }))
  expect(history).not.toContainEqual(expect.objectContaining({ action: 'propose_release' }))
})

test('one alone does not, also where no other is named; the case goes on with him', async () => {
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  expect(await here.does(one, held, 'agree_release')).toEqual(refused)
  expect(await here.caseOf(held)).toMatchObject({ secrecy: 'strict', holderOrgId: 'federation' })
  expect(await here.mayDo(one, held)).toContain('dispatch')
})

test('the second may refuse, and it stays with its people', async () => {
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  succeeded(await here.does(other, held, 'refuse_release', { reason: 'She asked for us.' }))
  expect(await here.does(other, held, 'agree_release')).toEqual(refused)
  expect(await here.caseOf(held)).toMatchObject({ confidedTo: 'harassment', releaserId: null })
})

test('a case that is still called strict stays strict', async () => {
  const held = await here.file({ category: 'harassment' })
  succeeded(await here.does(one, held, 'accept', { category: 'mental' }))
  expect(await here.does(one, held, 'propose_release', { reason })).toEqual(refused)
})

test('whoever is named no longer does not agree', async () => {
  const former = await here.person('former', [['chair', 'federation']], ['harassment'])
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  await unname(officeOf(here), former, 'harassment', true)
  await expect(here.does({ ...former, nominatedFor: [] }, held, 'agree_release')).rejects.toThrow(
    'does not see',
  )
})

test('entrusted to others at the same instant, it is not moved out of their hands', async () => {
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  const seen = await here.load(other, held)
  succeeded(await here.does(one, held, 'confide', toCarers))
  const late = await performAs(here.scene, other, seen, 'agree_release', { turn: seen.case.turn })
  expect(late).toEqual({ ok: false, why: 'conflict' })
  expect(await here.caseOf(held)).toMatchObject({ secrecy: 'strict', confidedTo: 'mental' })
})

test('confided to others, a proposal of those before them counts no more', async () => {
  const carer = await here.person('carer', [['duty_officer', 'federation']], ['mental'])
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  succeeded(await here.does(one, held, 'confide', toCarers))
  expect(await here.does(carer, held, 'agree_release')).toEqual(refused)
  expect(await here.caseOf(held)).toMatchObject({ confidedTo: 'mental', releaserId: null })
})

test('withdrawn meanwhile, the proposal is gone with it', async () => {
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  succeeded(await here.workerDoes(held, 'withdraw'))
  expect(await here.caseOf(held)).toMatchObject({ releaserId: null })
})

test('whoever proposed it keeps the case, also when the clock looks who may have it', async () => {
  const held = await renamed()
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  await here.strike()
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'duty_officer', holderOrgId: 'federation' })
  expect(await here.mayDo(one, held)).toContain('dispatch')
})

test('whoever sees the case no more has proposed nothing: the second is told, and it is proposed anew', async () => {
  const gone = await here.person('gone', [['supervisor', 'federation']], ['harassment'])
  const held = await renamed()
  succeeded(await here.does(gone, held, 'propose_release', { reason }))
  expect(await unname(officeOf(here), gone, 'harassment', true)).toBe('done')
  expect(await here.does(other, held, 'agree_release')).toEqual({ ok: false, why: 'invalid' })
  succeeded(await here.does(other, held, 'refuse_release', { reason: 'Nobody who sees it proposes it.' }))
  succeeded(await here.does(one, held, 'propose_release', { reason }))
  succeeded(await here.does(other, held, 'agree_release'))
})
