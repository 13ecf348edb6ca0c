import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { staff } from '../../src/db/tables/orgs.ts'
import { mailChoiceToken } from '../../src/mail/unsubscribe-token.ts'
import { query, urls } from '../../src/urls.ts'
import { bindings, signInAs } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, clock } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const digestOf = async (id: string) =>
  (await here.db.select({ digest: staff.digest }).from(staff).where(eq(staff.id, id)))[0]?.digest
const link = async (id: string) => urls.mailChoice(await mailChoiceToken(bindings().secrets.auth, id))

test('the link in a weekly mail changes nothing by being opened', async () => {
  const page = await app.request(await link('officer'), {}, bindings())
  expect(await page.text()).toContain('不再接收工作周报')
  expect(await digestOf('officer')).toBe(true)
})

test('its button stops the weekly mail without a sign-in, and starts it again', async () => {
  const send = async (digest: string) =>
    await app.request(
      await link('officer'),
      { method: 'POST', body: new URLSearchParams({ digest }), headers: { origin: 'http://localhost' } },
      bindings(),
    )
  expect(await (await send('no')).text()).toContain('已停止')
  expect(await digestOf('officer')).toBe(false)
  expect(await (await send('yes')).text()).toContain('已恢复')
  expect(await digestOf('officer')).toBe(true)
})

test('a mail program unsubscribes by one POST of its own', async () => {
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  const answer = await app.request(await link('handler'), { method: 'POST', body }, bindings())
  expect(answer.status).toBe(200)
  expect(await digestOf('handler')).toBe(false)
})

test('a made-up link does nothing', async () => {
  const answer = await app.request(urls.mailChoice('officer.AAAA'), { method: 'POST' }, bindings())
  expect(answer.status).toBe(404)
  expect(await digestOf('officer')).toBe(true)
})

test('the account page changes language and mail', async () => {
  const headers = await signInAs(app, 'officer')
  const body = new URLSearchParams({ locale: 'en' })
  const answer = await app.request(urls.accountMail, { method: 'POST', body, headers }, bindings())
  expect(answer.headers.get('location')).toBe(urls.account + query({ saved: 1 }))
  expect(answer.headers.get('set-cookie')).toContain('lang=en')
  expect(await digestOf('officer')).toBe(false)
})
