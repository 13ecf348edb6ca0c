import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { staff } from '../../src/db/tables/orgs.ts'
import { mailChoiceToken } from '../../src/mail/unsubscribe-token.ts'
import { urls } from '../../src/urls.ts'
import { bindings, signInAs } from '../support/signed-in.ts'
import { db, foundFederation, now, person } from './people.ts'

const app = createApp(() => now)
const digestOf = async (id: string) =>
  (await db().select({ digest: staff.digest }).from(staff).where(eq(staff.id, id)))[0]?.digest
const link = async (id: string) => urls.mailChoice(await mailChoiceToken(bindings().secrets.auth, id))

beforeAll(async () => {
  await foundFederation()
  await person('wang', 'duty_officer')
  await person('sun', 'handler')
})

test('the link in a weekly mail changes nothing by being opened', async () => {
  const page = await app.request(await link('wang'), {}, bindings())
  expect(await page.text()).toContain('不再接收工作周报')
  expect(await digestOf('wang')).toBe(true)
})

test('its button stops the weekly mail without a sign-in, and starts it again', async () => {
  const send = async (digest: string) =>
    await app.request(
      await link('wang'),
      { method: 'POST', body: new URLSearchParams({ digest }), headers: { origin: 'http://localhost' } },
      bindings(),
    )
  expect(await (await send('no')).text()).toContain('已停止')
  expect(await digestOf('wang')).toBe(false)
  expect(await (await send('yes')).text()).toContain('已恢复')
  expect(await digestOf('wang')).toBe(true)
})

test('a mail program unsubscribes by one POST of its own', async () => {
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  const answer = await app.request(await link('sun'), { method: 'POST', body }, bindings())
  expect(answer.status).toBe(200)
  expect(await digestOf('sun')).toBe(false)
})

test('a made-up link does nothing', async () => {
  const answer = await app.request(urls.mailChoice('wang.AAAA'), { method: 'POST' }, bindings())
  expect(answer.status).toBe(404)
  expect(await digestOf('wang')).toBe(true)
})

test('the account page changes language and mail', async () => {
  const headers = await signInAs(app, 'wang')
  const body = new URLSearchParams({ locale: 'en' })
  const answer = await app.request(urls.accountMail, { method: 'POST', body, headers }, bindings())
  expect(answer.headers.get('location')).toBe('/sign-in/account?saved=1')
  expect(answer.headers.get('set-cookie')).toContain('lang=en')
  expect(await digestOf('wang')).toBe(false)
})
