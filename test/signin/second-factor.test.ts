import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { auditLog } from '../../src/db/tables/orgs.ts'
import { secondFactors, sessions } from '../../src/db/tables/signin.ts'
import { changeSettings } from '../../src/orgs/changing-settings.ts'
import { query, urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf } from '../support/town/office.ts'
import * as town from '../support/town/signing-in.ts'
import type { Town } from '../support/town/town.ts'

const app = createApp()
const signIn = (id: string) => town.signIn(app, id)
type Phone = Awaited<ReturnType<typeof signIn>>

const clock = () => new Date()
const appFor = (phone: Phone) => town.appFor(phone, clock)
const enrol = (phone: Phone) => town.enrol(phone, clock)

let here: Town

// better-auth asks the machine for the time, so it is the machine's that stands still.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-21T01:00:00Z') })
  here = await townAnew(env.DB)
})
afterEach(() => {
  vi.useRealTimers()
})

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

test('a chair without a second factor is led to set one up at the first sign-in', async () => {
  const phone = await signIn('chair')
  const desk = await phone.get(urls.desk)
  expect(desk.headers.get('location')).toBe(urls.accountSecondFactor + query({ next: urls.desk }))
  expect(await (await phone.get(urls.accountSecondFactor)).text()).toContain('开始设置')
})

test('with the app set up the chair is in, and the codes for paper are seen once', async () => {
  const phone = await signIn('chair')
  const { codes, status } = await enrol(phone)
  expect(status).toBe(200)
  expect(codes).toHaveLength(8)
  expect((await phone.get(urls.desk)).status).toBe(200)
  const [row] = await here.db.select().from(secondFactors).where(eq(secondFactors.staffId, 'chair'))
  expect(JSON.stringify(row)).not.toContain(codes[0])
  expect(await (await phone.get(urls.accountSecondFactor)).text()).not.toContain(codes[0])
})

test('the log tells of a second factor, and of new codes for paper', async () => {
  const phone = await signIn('chair')
  later(1)
  await enrol(phone)
  later(1)
  await phone.post(urls.accountSecondFactor, { act: 'codes' })
  const his = eq(auditLog.staffId, 'chair')
  const rows = await here.db.select().from(auditLog).where(his).orderBy(sql`rowid`)
  expect(rows.map((it) => it.action)).toEqual(['signed_in', 'second_factor_enrolled', 'backup_codes_renewed'])
})

test('a wrong first code leaves the account without a second factor', async () => {
  const phone = await signIn('chair')
  await appFor(phone)
  const page = await phone.post(urls.accountSecondFactor, { act: 'confirm', code: '12' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('这个数字不对')
  expect((await phone.get(urls.desk)).headers.get('location')).toContain(urls.accountSecondFactor)
})

test('the next sign-in asks for a code of the app, and takes each once', async () => {
  const { code } = await enrol(await signIn('chair'))
  const phone = await signIn('chair')
  expect((await phone.get(urls.desk)).headers.get('location')).toBe(
    urls.signInSecondFactor + query({ next: urls.desk }),
  )
  expect((await phone.get(urls.accountSecondFactor)).headers.get('location')).toContain(
    urls.signInSecondFactor,
  )
  const used = await phone.post(urls.signInSecondFactor, { code: await code() })
  expect(used.status).toBe(422)
  later(30)
  const fresh = await phone.post(urls.signInSecondFactor, { code: await code(), next: urls.deskCases })
  expect(fresh.headers.get('location')).toBe(urls.deskCases)
  expect((await phone.get(urls.desk)).status).toBe(200)
})

test('a code from paper lets in once', async () => {
  const { codes } = await enrol(await signIn('chair'))
  const first = await signIn('chair')
  const typed = codes[0]?.toLowerCase().replace('-', ' ') ?? ''
  expect((await first.post(urls.signInSecondFactor, { code: typed })).status).toBe(303)
  const second = await signIn('chair')
  expect((await second.post(urls.signInSecondFactor, { code: typed })).status).toBe(422)
})

test('five wrong codes lock the second factor for a quarter of an hour', async () => {
  const { code } = await enrol(await signIn('chair'))
  const phone = await signIn('chair')
  later(30)
  for (let tries = 0; tries < 5; tries++) await phone.post(urls.signInSecondFactor, { code: '000000' })
  const locked = await phone.post(urls.signInSecondFactor, { code: await code() })
  expect(await locked.text()).toContain('十五分钟')
  later(15 * 60)
  expect((await phone.post(urls.signInSecondFactor, { code: await code() })).status).toBe(303)
})

test('a handler needs none', async () => {
  const phone = await signIn('handler')
  expect((await phone.get(urls.desk)).status).toBe(200)
})

test('a federation can switch it off', async () => {
  const { settings } = here.scene.rules
  await changeSettings(officeOf(here), settings, { secondFactor: false })
  const phone = await signIn('chair')
  expect((await phone.get(urls.desk)).status).toBe(200)
})

test('a person sees where he is signed in, and ends it', async () => {
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
  const [other] = await here.db.select().from(sessions).where(eq(sessions.userId, 'chair'))
  expect(other).toBeDefined()
  await mine.post(urls.accountSessions, { session: other?.id ?? '' })
  expect(await here.db.select().from(sessions).where(eq(sessions.userId, 'chair'))).not.toHaveLength(0)
})

test('who has to wait at the second step keeps his code', async () => {
  let open = true
  const limits = { ...bindings().limits, signIn: async () => open, arrivals: async () => true }
  await enrol(await signIn('chair'))
  const { phone, code } = town.arrive(app, { limits })
  await phone.post(urls.signIn, { email: 'chair@union.example' })
  await phone.post(urls.signInCode, { code: code() })
  open = false
  const answer = await phone.post(urls.signInSecondFactor, { code: 'abcde-fghij', next: urls.deskCases })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
  const page = await answer.text()
  for (const words of ['请等 60 秒', 'value="abcde-fghij"', `value="${urls.deskCases}"`])
    expect(page).toContain(words)
})
