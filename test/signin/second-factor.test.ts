import { createOTP } from '@better-auth/utils/otp'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { auditLog, settings } from '../../src/db/tables/orgs.ts'
import { secondFactors, sessions } from '../../src/db/tables/signin.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { mailbox } from '../support/sent-mails.ts'
import { db, foundFederation, person } from './people.ts'

let now = new Date()
const app = createApp(() => now)
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

beforeAll(async () => {
  await foundFederation()
  for (const id of ['chair', 'chair2', 'chair3', 'chair4', 'chair5']) await person(id, 'chair')
  await person('handler', 'handler')
})

async function signIn(id: string) {
  const { mails, post } = mailbox()
  const phone = browser(app, { post })
  await phone.post(urls.signIn, { email: `${id}@example.org` })
  const code = mails.at(-1)?.text.match(/\d{4} \d{4}/)?.[0] ?? ''
  await phone.post(urls.signInCode, { code })
  return phone
}

type Phone = Awaited<ReturnType<typeof signIn>>

/** The authenticator app: reads the key from the page, and knows the time. */
async function appFor(phone: Phone) {
  await phone.post(urls.accountSecondFactor, { act: 'start' })
  const page = await (await phone.get(urls.accountSecondFactor)).text()
  const address = new URL(page.match(/otpauth:[^"]+/)?.[0]?.replaceAll('&amp;', '&') ?? '')
  const { base32 } = await import('@better-auth/utils/base32')
  const otp = createOTP(new TextDecoder().decode(base32.decode(address.searchParams.get('secret') ?? '')))
  return () => otp.hotp(Math.floor(now.getTime() / 30_000))
}

async function enrol(phone: Phone) {
  const code = await appFor(phone)
  const page = await phone.post(urls.accountSecondFactor, { act: 'confirm', code: await code() })
  const codes = [...(await page.text()).matchAll(/<li>(\w{5}-\w{5})<\/li>/g)].map((it) => it[1] ?? '')
  return { code, codes, status: page.status }
}

test('a chair without a second factor is led to set one up at the first sign-in', async () => {
  const phone = await signIn('chair')
  const desk = await phone.get(urls.desk)
  expect(desk.headers.get('location')).toBe('/sign-in/account/second-factor?next=%2Fdesk')
  expect(await (await phone.get(urls.accountSecondFactor)).text()).toContain('开始设置')
})

test('with the app set up the chair is in, and the codes for paper are seen once', async () => {
  const phone = await signIn('chair')
  const { codes, status } = await enrol(phone)
  expect(status).toBe(200)
  expect(codes).toHaveLength(8)
  expect((await phone.get('/desk/no-such-page')).status).toBe(404)
  const [row] = await db().select().from(secondFactors).where(eq(secondFactors.staffId, 'chair'))
  expect(JSON.stringify(row)).not.toContain(codes[0])
  expect(await (await phone.get(urls.accountSecondFactor)).text()).not.toContain(codes[0])
})

test('the log tells of a second factor, and of new codes for paper', async () => {
  const phone = await signIn('chair5')
  await enrol(phone)
  await phone.post(urls.accountSecondFactor, { act: 'codes' })
  const rows = await db().select().from(auditLog).where(eq(auditLog.staffId, 'chair5'))
  expect(rows.map((it) => it.action)).toEqual(['signed_in', 'second_factor_enrolled', 'backup_codes_renewed'])
})

test('a wrong first code leaves the account without a second factor', async () => {
  const phone = await signIn('chair2')
  await appFor(phone)
  const page = await phone.post(urls.accountSecondFactor, { act: 'confirm', code: '12' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('这个数字不对')
  expect((await phone.get(urls.desk)).headers.get('location')).toContain(urls.accountSecondFactor)
})

test('the next sign-in asks for a code of the app, and takes each once', async () => {
  const { code } = await enrol(await signIn('chair2'))
  const phone = await signIn('chair2')
  expect((await phone.get(urls.desk)).headers.get('location')).toBe('/sign-in/second-factor?next=%2Fdesk')
  expect((await phone.get(urls.accountSecondFactor)).headers.get('location')).toContain(
    urls.signInSecondFactor,
  )
  const used = await phone.post(urls.signInSecondFactor, { code: await code() })
  expect(used.status).toBe(422)
  later(30)
  const fresh = await phone.post(urls.signInSecondFactor, { code: await code(), next: '/desk/cases' })
  expect(fresh.headers.get('location')).toBe('/desk/cases')
  expect((await phone.get('/desk/no-such-page')).status).toBe(404)
})

test('a code from paper lets in once', async () => {
  const { codes } = await enrol(await signIn('chair3'))
  const first = await signIn('chair3')
  const typed = codes[0]?.toLowerCase().replace('-', ' ') ?? ''
  expect((await first.post(urls.signInSecondFactor, { code: typed })).status).toBe(303)
  const second = await signIn('chair3')
  expect((await second.post(urls.signInSecondFactor, { code: typed })).status).toBe(422)
})

test('five wrong codes lock the second factor for a quarter of an hour', async () => {
  const { code } = await enrol(await signIn('chair4'))
  const phone = await signIn('chair4')
  later(30)
  for (let tries = 0; tries < 5; tries++) await phone.post(urls.signInSecondFactor, { code: '000000' })
  const locked = await phone.post(urls.signInSecondFactor, { code: await code() })
  expect(await locked.text()).toContain('十五分钟')
  later(15 * 60)
  expect((await phone.post(urls.signInSecondFactor, { code: await code() })).status).toBe(303)
})

test('a handler needs none', async () => {
  const phone = await signIn('handler')
  expect((await phone.get('/desk/no-such-page')).status).toBe(404)
})

test('a federation can switch it off', async () => {
  await db().insert(settings).values({ key: 'secondFactor', value: false, updatedAt: now })
  forgetRules()
  await db().delete(secondFactors)
  const phone = await signIn('chair')
  expect((await phone.get('/desk/no-such-page')).status).toBe(404)
})

test('a person sees where he is signed in, and ends it', async () => {
  await db().delete(sessions)
  const here = await signIn('handler')
  const there = await signIn('handler')
  expect(await (await here.get(urls.account)).text()).toContain('结束其他所有登录')
  await here.post(urls.accountSessions, { session: '' })
  expect((await there.get(urls.account)).status).toBe(303)
  expect((await here.get(urls.account)).status).toBe(200)
})

test('nobody ends the session of another', async () => {
  const mine = await signIn('handler')
  await signIn('chair')
  const [other] = await db().select().from(sessions).where(eq(sessions.userId, 'chair'))
  await mine.post(urls.accountSessions, { session: other?.id ?? '' })
  expect(await db().select().from(sessions).where(eq(sessions.userId, 'chair'))).not.toHaveLength(0)
})
