import { beforeAll, beforeEach, expect, test } from 'vitest'
import { consentsOf } from '../../src/cases/consents.ts'
import { lookAtIdentity } from '../../src/cases/performing.ts'
import { urls } from '../../src/urls.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(open)
beforeEach(() => {
  clock.now = monday
})

const story = '我们车间从七月开始一直没有发工资，问了好几次都说下个月。'
const investigated = () =>
  here.given('investigating', {
    answers: { matter: 'wages', story },
    identity: { worker_name: '李秋水', worker_phone: '13877776666' },
  })
const referral = { recipient: '县人社局', reason: '转县人社局。' }
const asked = {
  ...{ recipient: '县人社局', contact: '12333', what: 'name', purpose: '立案要核对本人。' },
}
const idOf = async (held: Held) => (await consentsOf(here.scene, await here.asWorker(held))).at(-1)?.id ?? ''
const struck = (text: string) => [...text.matchAll(/<del>(.*?)<\/del>/g)].map(([, run]) => run)

/** Asked at the desk and agreed to on the phone. */
async function agreed() {
  const held = await investigated()
  expect(await press('handler', held, 'consent', asked)).toMatchObject({ status: 303 })
  succeeded(await here.workerDoes(held, 'give_consent', { consentId: await idOf(held) }))
  return held
}

test('a referral that names the worker comes back with the name struck through, and all that was typed', async () => {
  const held = await investigated()
  const body = '李秋水（１３８ ７７７７ ６６６６）的工资没有发。'
  const { status, text } = await press('handler', held, 'referral', { ...referral, body })
  expect(status).toBe(422)
  expect(struck(text)).toEqual(['李秋水', '１３８ ７７７７ ６６６６', '李秋水', '１３８ ７７７７ ６６６６'])
  expect(read(text)).toContain('没有发出去：这些话可能认出职工是谁')
  expect(text).toMatch(new RegExp(`<textarea id="referral-body"[^>]*>${body}</textarea>`))
  expect(text).not.toContain('name="referral-looked"')
  expect((await here.caseOf(held)).state).toBe('investigating')
})

test('his own words come back with a box to tick, and go with it', async () => {
  const held = await investigated()
  const body = `职工说${story}`
  const { status, text } = await press('handler', held, 'referral', { ...referral, body })
  expect(status).toBe(422)
  const looked = /name="referral-looked" value="([^"]+)"/.exec(text)?.[1] ?? ''
  expect(text).not.toMatch(/name="referral-looked"[^>]* checked/)
  expect(await press('handler', held, 'referral', { ...referral, body, looked })).toMatchObject({
    status: 303,
  })
})

test('a box that was ticked for other words is shown again, and not ticked', async () => {
  const held = await investigated()
  const first = await press('handler', held, 'referral', { ...referral, body: story.slice(0, 14) })
  const looked = /name="referral-looked" value="([^"]+)"/.exec(first.text)?.[1] ?? ''
  const { status, text } = await press('handler', held, 'referral', { ...referral, body: story, looked })
  expect(status).toBe(422)
  expect(text).toContain('name="referral-looked"')
  expect(text).not.toMatch(/name="referral-looked"[^>]* checked/)
})

test('stopped too often, nobody is shown any more what it was', async () => {
  const held = await investigated()
  for (const digit of [1, 2, 3, 4, 5])
    await press('handler', held, 'referral', { ...referral, body: `1390000000${digit}` })
  const { status, text } = await press('handler', held, 'referral', { ...referral, body: '李秋水1390000000' })
  expect(status).toBe(429)
  expect(struck(text)).toEqual([])
  expect(read(text)).toContain('今天在这一件上已经拦下多次')
})

test('the handler sees how each consent stands, beside who the worker is', async () => {
  const held = await agreed()
  const page = async () => read((await see('handler', urls.deskCase(held.id))).text)
  expect(await page()).toMatch(/职工同意了 · 2026年9月21日 告诉县人社局：姓名 立案要核对本人。/)
  succeeded(await here.workerDoes(held, 'withdraw_consent', { consentId: await idOf(held) }))
  expect(await page()).toMatch(/职工收回了 · 2026年9月21日 告诉县人社局：姓名/)
})

test('a consent is offered in the form of a referral, and not without one', async () => {
  const without = (await see('handler', urls.deskCase((await investigated()).id))).text
  expect(without).not.toContain('name="referral-consent"')
  expect(read(without)).toContain('职工还没有同意')
  const held = await agreed()
  const { text } = await see('handler', urls.deskCase(held.id))
  expect(text).toMatch(new RegExp(`name="referral-consent" value="${await idOf(held)}"`))
})

test('a consent that was taken back meanwhile does not go, and the words stay', async () => {
  const held = await agreed()
  const consent = await idOf(held)
  succeeded(await here.workerDoes(held, 'withdraw_consent', { consentId: consent }))
  const { status, text } = await press('handler', held, 'referral', {
    ...referral,
    body: '工资没有发。',
    consent,
  })
  expect(status).toBe(422)
  expect(read(text)).toContain('这个同意已经收回，或者不是对这一方的')
  expect(text).toContain('>工资没有发。</textarea>')
})

/** Referred with what the worker agreed to, and the sheet as a person reads it, by a look or without one. */
async function handedOver() {
  const held = await agreed()
  await press('handler', held, 'referral', { ...referral, body: '工资没有发。', consent: await idOf(held) })
  const sheet = async (who: string) => read((await see(who, urls.deskReferral(held.id))).text)
  const look = async (who: string, reason = '打印转办单。') => {
    const answer = await (await at(who)).post(urls.deskReferralIdentity(held.id), { reason })
    return { status: answer.status, text: read(await answer.text()) }
  }
  const looks = async () =>
    (await here.historyOf(held)).filter(({ action }) => action === 'look_at_identity').length
  return { held, sheet, look, looks }
}

test('the sheet carries what the worker agreed to by a look each time, for whoever hands it over', async () => {
  const { held, sheet, look, looks } = await handedOver()
  expect(await sheet('handler')).toMatch(/县人社局 .*工资没有发。/)
  expect(await sheet('handler')).not.toContain('李秋水')
  expect(await look('handler', '')).toMatchObject({ status: 422 })
  expect(await looks()).toBe(0)
  for (const time of [1, 2]) {
    const { status, text } = await look('handler')
    expect(status).toBe(200)
    expect(text).toMatch(/县人社局 .*工资没有发。.*李秋水/)
    expect(text).not.toContain('13877776666')
    expect(await looks()).toBe(time)
  }
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ role: 'handler', reason: '打印转办单。' })
  const other = await look('officer')
  expect([other.status, other.text.includes('李秋水')]).toEqual([403, false])
  expect(await looks()).toBe(2)
})

test('nothing of him stands on the sheet once he took it back, sealed it, or the case is with us again', async () => {
  const ends: [words: string, end: (held: Held) => Promise<unknown>][] = [
    [
      '本人已经收回同意',
      async (held) => here.workerDoes(held, 'withdraw_consent', { consentId: await idOf(held) }),
    ],
    ['本人已经把姓名和电话封存', (held) => here.workerDoes(held, 'seal_identity', held)],
    ['陪办已经结束', (held) => press('handler', held, 'drafting')],
  ]
  for (const [words, end] of ends) {
    const { held, sheet, look, looks } = await handedOver()
    await end(held)
    expect(await sheet('handler')).toContain(words)
    const { status, text } = await look('handler')
    expect([status, text.includes('李秋水'), await looks()]).toEqual([403, false, 0])
  }
})

test('a yes that is taken back while he looks shows nothing', async () => {
  const { held, looks } = await handedOver()
  const before = await here.load('handler', held)
  const consentId = await idOf(held)
  succeeded(await here.workerDoes(held, 'withdraw_consent', { consentId }))
  const input = { reason: '打印转办单。', consentId }
  expect(await lookAtIdentity(here.scene, here.people.handler, before, input)).toMatchObject({ ok: false })
  expect(await looks()).toBe(0)
})

test('what is asked is asked whole', async () => {
  const held = await investigated()
  const { status, text } = await press('handler', held, 'consent', { recipient: '县人社局' })
  expect(status).toBe(422)
  for (const words of ['请填写“怎样联系对方”', '请选择“告诉什么”', '请填写“为了什么”'])
    expect(read(text)).toContain(words)
})

test('of a report the page says why nobody is asked', async () => {
  const held = await here.given('investigating', { mode: 'report' })
  const { text } = await see('handler', urls.deskCase(held.id))
  expect(read(text)).toContain('这是举报，职工是谁不会告诉对方')
  expect(text).not.toContain(urls.deskAct(held.id, 'consent'))
  const answer = await press('handler', held, 'consent', asked)
  expect(answer.status).toBe(403)
})

test('a signature is stopped where the draft would tell workers of merged cases of each other', async () => {
  const held = await investigated()
  await press('handler', held, 'drafting')
  await press('handler', held, 'draft', { outcome: 'supported', body: '李秋水您好，工资月底发。' })
  const merged = await here.file()
  succeeded(await here.does('officer', merged, 'propose_merge', { number: held.number, reason: 'Same.' }))
  succeeded(await here.does('head', merged, 'agree_merge'))
  await press('head', held, 'approval')
  const { status, text } = await press('deputy', held, 'signature')
  expect(status).toBe(422)
  expect(struck(text)).toEqual([])
  expect(read(text)).toContain('不显示是哪一处')
  expect(read(text)).toContain('请退回修改')
  expect((await here.caseOf(held)).state).toBe('sign_off')
})

test.each([
  ['a report', { mode: 'report' as const }, '这是举报，职工是谁不会告诉对方。'],
  ['whoever left no name', { anonymous: true, identity: {} }, '职工是匿名的，没有可以告诉的。'],
])('the form of a referral says why the agency does not learn who it is: %s', async (_, filed, why) => {
  const held = await here.given('investigating', filed)
  expect(read((await see('handler', urls.deskCase(held.id))).text)).toContain(why)
  const stopped = await press('handler', held, 'referral', { ...referral, body: '请打13900000001。' })
  expect(read(stopped.text)).toMatch(/13900000001 ?：电话号码/)
  expect(read(stopped.text)).not.toContain('先问职工')
})

test('a sealed name is not passed on, and the worker is not asked before he opens it', async () => {
  const held = await agreed()
  expect(read((await see('handler', urls.deskCase(held.id))).text)).not.toContain('职工打开以前')
  succeeded(await here.workerDoes(held, 'seal_identity', { receipt: held.receipt }))
  const page = read((await see('handler', urls.deskCase(held.id))).text)
  expect(page).toContain('姓名和电话是封存的，职工打开以前，不能告诉对方。')
  expect(page).not.toContain('先问职工')
})
