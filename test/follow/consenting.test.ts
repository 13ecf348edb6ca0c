import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { consentsOf } from '../../src/cases/consents.ts'
import { query, urls } from '../../src/urls.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let held: Held
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(async () => {
  clock.now = monday
  held = await here.given('investigating')
  succeeded(await here.does('handler', held, 'ask_consent', asked))
})

const asked = {
  recipient: '县人社局',
  contact: '12333',
  what: 'all',
  purpose: '立案要核对本人。',
  reason: '县人社局',
} as const

const idOf = async () => (await consentsOf(here.scene, await here.asWorker(held))).at(-1)?.id ?? ''
async function answer(words: string, consentId?: string) {
  const phone = await phoneOf(held)
  const sent = await phone.post(urls.followConsent(consentId ?? (await idOf())), { answer: words })
  return { status: sent.status, to: sent.headers.get('location'), text: await sent.text(), phone }
}

test('the question comes first, says who would learn what and what a no means, and offers both alike', async () => {
  const page = await (await phoneOf(held)).page()
  expect(read(page)).toMatch(
    /能不能告诉对方您是谁？.*告诉谁 县人社局 怎样找到对方 12333 告诉什么 姓名和联系电话 为了什么 立案要核对本人。.*不同意，这件事也接着办/,
  )
  expect(page.indexOf('id="consent"')).toBeLessThan(page.indexOf('id="now"'))
  const buttons = [...page.matchAll(/<button[^>]*class="([^"]*)"[^>]*value="(given|refused)"/g)]
  expect(buttons.map(([, look, value]) => [look, value])).toEqual([
    ['quiet-button', 'given'],
    ['quiet-button', 'refused'],
  ])
})

test('yes is said once and can be taken back, by a button beside it', async () => {
  expect(await answer('given')).toMatchObject({ status: 303, to: urls.follow + query({ done: 'given' }) })
  const { phone } = await answer('given')
  const page = await phone.page()
  expect(page).not.toContain('id="consent"')
  expect(read(page)).toMatch(/您的同意 您同意了 · .* 告诉县人社局：姓名和联系电话 还没有告诉对方/)
  expect(page).toContain('value="withdrawn"')
  expect(await answer('withdrawn')).toMatchObject({ status: 303 })
  expect(read(await phone.page())).toMatch(/您收回了同意 · /)
  expect((await here.historyOf(held)).map(({ action }) => action).slice(-2)).toEqual([
    'give_consent',
    'withdraw_consent',
  ])
})

test('a no stands, and the case goes on', async () => {
  const { phone } = await answer('refused')
  const page = await phone.get(urls.follow + query({ done: 'refused' }))
  expect(read(await page.text())).toMatch(/您没有同意。这件事接着办，不提您是谁。.*您的同意 您没有同意/)
  expect((await here.caseOf(held)).state).toBe('investigating')
})

test('on another page that still asks, the other answer is refused and says so', async () => {
  await answer('refused')
  const late = await answer('given')
  expect(late.status).toBe(409)
  expect(read(late.text)).toContain('现在不能这样做了')
})

test('a question that gave way to another is not answered any more', async () => {
  const first = await idOf()
  succeeded(await here.does('handler', held, 'ask_consent', { ...asked, what: 'name', reason: 'Less.' }))
  expect((await answer('given', first)).status).toBe(409)
  expect((await consentsOf(here.scene, await here.asWorker(held))).map((it) => it.answer)).toEqual([null])
})

test('nobody answers for another case', async () => {
  const consentId = await idOf()
  const other = await here.given('investigating')
  const phone = await phoneOf(other)
  const sent = await phone.post(urls.followConsent(consentId), { answer: 'given' })
  expect(sent.status).toBe(409)
  expect((await consentsOf(here.scene, await here.asWorker(held))).map((it) => it.answer)).toEqual([null])
})

test('what was told already is not taken back, and he reads so with the way to ask for it', async () => {
  const consentId = await idOf()
  await answer('given')
  const body = '有人的工资没有发。'
  succeeded(
    await here.does('handler', held, 'refer', { recipient: '县人社局', body, reason: 'To it.', consentId }),
  )
  const { phone } = await answer('withdrawn')
  const page = read(await phone.page())
  expect(page).toMatch(/已在 ?2026年9月21日 ?告诉对方 收回以前已经告诉的，收不回来。.* 12333/)
  expect(page).toContain('按您的同意，您的身份告诉了对方。')
  const data = await phone.get(urls.followData)
  expect(read(await data.text())).toMatch(/转给其他部门的内容 县人社局 · .* 有人的工资没有发。/)
})
