import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { archive } from '../../src/cases/clock/retention.ts'
import { consentsOf, standingOf } from '../../src/cases/consents.ts'
import { myData } from '../../src/cases/mydata.ts'
import { allowedToWorker } from '../../src/cases/performing.ts'
import { referralsOf } from '../../src/cases/referrals.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { minutes } from '../support/town/times.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const asked = {
  recipient: '县人社局',
  contact: '12333',
  what: 'all',
  purpose: '立案要核对本人。',
  reason: '县人社局，12333，姓名和联系电话：立案要核对本人。',
} as const

const investigated = async () => here.given('investigating')
const standings = async (held: Held) =>
  (await consentsOf(here.scene, await here.asWorker(held))).map(standingOf)
async function idOf(held: Held): Promise<{ consentId: string }> {
  const last = (await consentsOf(here.scene, await here.asWorker(held))).at(-1)
  return { consentId: last?.id ?? '' }
}
/** A case whose worker was asked and has answered. */
async function answered(answer: 'give_consent' | 'refuse_consent') {
  const held = await investigated()
  succeeded(await here.does('handler', held, 'ask_consent', asked))
  succeeded(await here.workerDoes(held, answer, await idOf(held)))
  return held
}
const referral = { recipient: asked.recipient, body: '有人的工资没有发。', reason: '转县人社局。' }

test('the worker is asked who would learn what and why, says yes, and takes it back', async () => {
  const held = await investigated()
  succeeded(await here.does('handler', held, 'ask_consent', asked))
  expect(await consentsOf(here.scene, await here.asWorker(held))).toMatchObject([
    { recipient: '县人社局', contact: '12333', what: 'all', purpose: '立案要核对本人。' },
  ])
  succeeded(await here.workerDoes(held, 'give_consent', await idOf(held)))
  expect(await standings(held)).toEqual(['given'])
  succeeded(await here.workerDoes(held, 'withdraw_consent', await idOf(held)))
  expect(await standings(held)).toEqual(['withdrawn'])
  const acts = (await here.historyOf(held)).map(({ action, actor, role }) => `${role ?? actor} ${action}`)
  expect(acts.slice(-3)).toEqual(['handler ask_consent', 'worker give_consent', 'worker withdraw_consent'])
})

test('the handler is told of each answer, in a mail that says no word of it', async () => {
  const held = await answered('give_consent')
  succeeded(await here.workerDoes(held, 'withdraw_consent', await idOf(held)))
  const told = (await here.notices()).filter(({ caseId }) => caseId === held.id)
  expect(told.filter(({ kind }) => kind === 'consent_answered').map(({ to }) => to)).toEqual([
    'handler',
    'handler',
  ])
  expect(JSON.stringify(told)).not.toContain('人社局')
})

test('a question that nobody has answered gives way to the next one; one that is answered stays', async () => {
  const held = await answered('refuse_consent')
  succeeded(await here.at(minutes(1)).does('handler', held, 'ask_consent', asked))
  const next = { ...asked, recipient: '县法院', reason: '县法院' }
  succeeded(await here.at(minutes(2)).does('handler', held, 'ask_consent', next))
  const all = await consentsOf(here.scene, await here.asWorker(held))
  expect(all.map((it) => `${it.recipient} ${standingOf(it)}`)).toEqual(['县人社局 refused', '县法院 asked'])
})

test('a double tap is one answer, and of two answers the first one holds', async () => {
  const held = await answered('give_consent')
  const again = await here.workerDoes(held, 'give_consent', await idOf(held))
  expect(again).toEqual({ ok: true, again: true })
  expect(await here.workerDoes(held, 'refuse_consent', await idOf(held))).toEqual({ ok: true, again: true })
  expect(await standings(held)).toEqual(['given'])
  const actions = (await here.historyOf(held)).map(({ action }) => action)
  expect(actions.filter((action) => action.endsWith('_consent'))).toEqual(['ask_consent', 'give_consent'])
})

test('nobody is asked who is anonymous, and of a report nobody at all', async () => {
  const anonymous = await here.given('investigating', { anonymous: true, identity: {} })
  const report = await here.given('investigating', { mode: 'report' })
  for (const held of [anonymous, report])
    expect(await here.mayDo('handler', held)).not.toContain('ask_consent')
  expect(await here.does('handler', report, 'ask_consent', asked)).toEqual({ ok: false, why: 'not_allowed' })
})

test('nobody is asked for what he never left', async () => {
  const held = await here.given('investigating', { identity: { worker_phone: '13877776666' } })
  const ask = (what: 'name' | 'phone') => here.does('handler', held, 'ask_consent', { ...asked, what })
  expect(await ask('name')).toEqual({ ok: false, why: 'invalid' })
  succeeded(await ask('phone'))
})

test('who the worker is goes along by a consent that is given, for just this recipient', async () => {
  const held = await answered('give_consent')
  const consent = await idOf(held)
  const to = (recipient: string) =>
    here.does('handler', held, 'refer', { ...referral, recipient, ...consent })
  expect(await to('某公司')).toEqual({ ok: false, why: 'invalid' })
  succeeded(await to('县人社局'))
  const history = await here.historyOf(held)
  expect(history.slice(-2).map(({ action, actor }) => `${actor} ${action}`)).toEqual([
    'staff refer',
    'system pass_identity',
  ])
  expect(await referralsOf(here.scene, await here.asWorker(held))).toMatchObject([
    { recipient: '县人社局', told: '有人的工资没有发。', ...consent },
  ])
})

test('without a consent, refused, or taken back, a referral carries no name', async () => {
  const never = await investigated()
  const refused = await answered('refuse_consent')
  const withdrawn = await answered('give_consent')
  succeeded(await here.workerDoes(withdrawn, 'withdraw_consent', await idOf(withdrawn)))
  for (const held of [refused, withdrawn])
    expect(await here.does('handler', held, 'refer', { ...referral, ...(await idOf(held)) })).toEqual({
      ok: false,
      why: 'invalid',
    })
  // Nor by the consent of somebody else.
  const other = await answered('give_consent')
  expect(await here.does('handler', never, 'refer', { ...referral, ...(await idOf(other)) })).toEqual({
    ok: false,
    why: 'invalid',
  })
  succeeded(await here.does('handler', never, 'refer', referral))
  expect((await here.historyOf(never)).at(-1)?.action).toBe('refer')
})

test('deleting what names him takes back what he agreed to, and lets go of what he was asked', async () => {
  const held = await answered('give_consent')
  succeeded(await here.does('handler', held, 'ask_consent', { ...asked, reason: 'Once more.' }))
  succeeded(await here.workerDoes(held, 'erase_identity'))
  expect(await standings(held)).toEqual(['withdrawn'])
})

test('sealing his name does the same, and what he refused stays refused', async () => {
  const held = await answered('refuse_consent')
  succeeded(await here.at(minutes(1)).does('handler', held, 'ask_consent', { ...asked, reason: 'Again.' }))
  succeeded(await here.workerDoes(held, 'give_consent', await idOf(held)))
  succeeded(
    await here.at(minutes(2)).does('handler', held, 'ask_consent', { ...asked, reason: 'And again.' }),
  )
  succeeded(await here.workerDoes(held, 'seal_identity', { receipt: held.receipt }))
  expect(await standings(held)).toEqual(['refused', 'withdrawn'])
  expect(allowedToWorker(await here.asWorker(held), here.scene)).not.toContain('give_consent')
  // Opened again, nothing of it comes back.
  succeeded(await here.workerDoes(held, 'open_identity', { receipt: held.receipt }))
  expect(await standings(held)).toEqual(['refused', 'withdrawn'])
})

test('the worker finds in his data what he was asked and what others were told', async () => {
  const held = await answered('give_consent')
  succeeded(await here.does('handler', held, 'refer', { ...referral, ...(await idOf(held)) }))
  const data = await myData(here.scene, await here.asWorker(held))
  expect(data.consents).toMatchObject([{ recipient: '县人社局', standing: 'given', asked: '2026-09-21' }])
  expect(data.referrals).toEqual([
    { at: '2026-09-21', recipient: '县人社局', text: '有人的工资没有发。', withIdentity: true },
  ])
})

test('the archive takes the words and keeps that there was one', async () => {
  const held = await answered('give_consent')
  succeeded(await here.does('handler', held, 'refer', { ...referral, ...(await idOf(held)) }))
  succeeded(await here.does('handler', held, 'start_draft'))
  await here.goOn(held, 'drafting', 'closed')
  await archive(here.at('2029-12-03T09:00:00+08:00').scene)
  const worker = await here.asWorker(held)
  expect(await consentsOf(here.scene, worker)).toMatchObject([
    { recipient: '', contact: '', purpose: '', answer: 'given' },
  ])
  expect(await referralsOf(here.scene, worker)).toMatchObject([{ recipient: '', told: '' }])
  const gone = (await here.db.select().from(deletions)).filter((it) => it.caseNumber === held.number)
  expect(gone.map(({ what }) => what)).toEqual(expect.arrayContaining(['consents', 'referrals']))
})
