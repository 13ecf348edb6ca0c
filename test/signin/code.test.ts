import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { auditLog } from '../../src/db/tables/orgs.ts'
import { sessions, verifications } from '../../src/db/tables/signin.ts'
import { activate, deactivate } from '../../src/orgs/granting.ts'
import { query, urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf } from '../support/town/office.ts'
import * as town from '../support/town/signing-in.ts'
import type { Town } from '../support/town/town.ts'

const app = createApp()
const arrive = () => town.arrive(app)
/** Somebody who asks as often as he likes. */
const unlimited = () => {
  const all = async () => true
  return town.arrive(app, { limits: { ...bindings().limits, signIn: all, arrivals: all } })
}

let here: Town

// better-auth asks the machine for the time, so it is the machine's that stands still.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-21T01:00:00Z') })
  here = await townAnew(env.DB)
})
afterEach(() => {
  vi.useRealTimers()
})

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const minute = 60_000
const day = 24 * 60 * minute

test('a cadre signs in with the code from his mail and comes where he wanted to go', async () => {
  const { phone, mails, code } = arrive()
  const asked = await phone.post(urls.signIn, { email: ' Officer@Union.example ', next: urls.deskCases })
  expect(asked.headers.get('location')).toBe(urls.signInCode + query({ next: urls.deskCases }))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.to).toBe('officer@union.example')
  expect(await (await phone.get(urls.signInCode)).text()).toContain('officer@union.example')
  const entered = await phone.post(urls.signInCode, { code: code(), next: urls.deskCases })
  expect(entered.headers.get('location')).toBe(urls.deskCases)
  expect((await phone.get(urls.desk)).status).toBe(200)
})

test('an address is taken as a Chinese keyboard types it', async () => {
  const { phone, mails } = arrive()
  await phone.post(urls.signIn, { email: '\u200bSupervisor＠union。example' })
  expect(mails[0]?.to).toBe('supervisor@union.example')
})

test('what was wrong stays in its field: the address, also on coming back for another code, and the code', async () => {
  const { phone } = arrive()
  const wrong = await phone.post(urls.signIn, { email: 'officer@union' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="officer@union"')
  await phone.post(urls.signIn, { email: 'offcer@union.example' })
  const code = await phone.post(urls.signInCode, { code: '1234 5678' })
  expect(await code.text()).toContain('value="1234 5678"')
  expect(await (await phone.get(urls.signIn)).text()).toContain('value="offcer@union.example"')
})

test('whose browser keeps no cookies is told so, and not asked for his address without a word', async () => {
  const phone = () => arrive().phone
  const asked = await phone().post(urls.signIn, { email: 'officer@union.example', next: urls.desk })
  const forgotten = await phone().get(asked.headers.get('location') ?? '')
  const again = urls.signIn + query({ next: urls.desk, again: 1 })
  expect(forgotten.headers.get('location')).toBe(again)
  expect(await (await phone().get(again)).text()).toContain('没有保存 cookie')
  expect(await (await phone().get(urls.signIn)).text()).not.toContain('cookie')
})

test('the log tells who came in and when, and not from where', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'handler@union.example' })
  await phone.post(urls.signInCode, { code: '0000 0000' })
  expect(await here.db.select().from(auditLog)).toEqual([])
  await phone.post(urls.signInCode, { code: code() })
  expect(await here.db.select().from(auditLog)).toEqual([
    {
      id: expect.any(String),
      at: expect.any(Date),
      staffId: 'handler',
      action: 'signed_in',
      subject: 'handler@union.example',
    },
  ])
})

test('the session holds neither an address nor a browser, and its cookie is out of reach of scripts', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'handler@union.example' })
  const entered = await phone.post(urls.signInCode, { code: code() })
  const line = entered.headers.getSetCookie().find((it) => it.startsWith('__Host-session=')) ?? ''
  expect(line).toMatch(/HttpOnly/)
  expect(line).toMatch(/Secure/)
  expect(line).toMatch(/SameSite=Lax/i)
  const [row] = await here.db.select().from(sessions).where(eq(sessions.userId, 'handler'))
  expect(JSON.stringify(row)).not.toMatch(/Mozilla|phone/)
  expect(Object.keys(row ?? {})).not.toContain('ipAddress')
})

test('the code is stored encrypted and works once', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'officer@union.example' })
  const stored = await here.db.select().from(verifications)
  expect(JSON.stringify(stored)).not.toContain(code().replace(' ', ''))
  await phone.post(urls.signInCode, { code: code() })
  const again = arrive()
  again.phone.cookies.set('__Host-signing-in', phone.cookies.get('__Host-signing-in') ?? '')
  await again.phone.post(urls.signInCode, { code: code() })
  expect((await again.phone.get(urls.account)).status).toBe(303)
})

test('a wrong code is refused, and after three of them the right one too', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'officer@union.example' })
  for (const _ of [1, 2, 3]) {
    const wrong = await phone.post(urls.signInCode, { code: '0000 0000' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('验证码不正确或已经失效')
  }
  expect((await phone.post(urls.signInCode, { code: code() })).status).toBe(422)
})

test('a code is refused once its ten minutes are over', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'officer@union.example' })
  later(10 * minute + 1000)
  expect((await phone.post(urls.signInCode, { code: code() })).status).toBe(422)
})

test('a code asked for twice is the same one, and the second mail says so; either mail lets in', async () => {
  const { phone, mails, code } = unlimited()
  const ask = () => phone.post(urls.signIn, { email: 'officer@union.example', again: 'yes' })
  await ask()
  const first = code()
  later(9 * minute)
  const answer = await ask()
  expect(code()).toBe(first)
  expect(mails.map(({ text }) => text.includes('和上一封邮件里的是同一个'))).toEqual([false, true])
  const page = await (await phone.get(answer.headers.get('location') ?? '')).text()
  expect(page).toContain('收到的还是同一个验证码')
  // It lives for ten minutes from the second mail.
  later(9 * minute)
  expect((await phone.post(urls.signInCode, { code: first })).status).toBe(303)
})

test('two taps at once send one code', async () => {
  const { phone, mails } = unlimited()
  const tap = () => phone.post(urls.signIn, { email: 'officer@union.example' })
  await Promise.all([tap(), tap(), tap()])
  expect(mails).toHaveLength(3)
  expect(new Set(mails.map(({ text }) => text.match(/\d{4} \d{4}/)?.[0])).size).toBe(1)
})

test('a code whose tries are used up, whose time is over, or that was used is not sent again', async () => {
  const { phone, code } = unlimited()
  const ask = async () => {
    await phone.post(urls.signIn, { email: 'officer@union.example' })
    return code()
  }
  const enter = (typed: string) => phone.post(urls.signInCode, { code: typed })
  const first = await ask()
  await enter('0000 0000')
  expect(await ask(), 'with two tries left').toBe(first)
  await enter('0000 0000')
  await enter('0000 0000')
  const second = await ask()
  expect(second).not.toBe(first)
  later(10 * minute)
  const third = await ask()
  expect(third).not.toBe(second)
  expect((await enter(third)).status).toBe(303)
  expect(await ask()).not.toBe(third)
})

test('no code lives on for ever by being asked for', async () => {
  const { phone, code } = unlimited()
  const codes = []
  for (let asked = 0; asked < 5; asked++) {
    await phone.post(urls.signIn, { email: 'officer@union.example' })
    codes.push(code())
    later(9 * minute)
  }
  expect(new Set(codes).size).toBe(2)
})

test('what has run out goes when somebody signs in', async () => {
  await town.signIn(app, 'officer')
  const ofHis = () => here.db.select().from(sessions).where(eq(sessions.userId, 'officer'))
  const [old] = await ofHis()
  later(8 * day)
  await town.signIn(app, 'officer')
  const left = await ofHis()
  expect(left.map((it) => it.id)).not.toContain(old?.id)
  expect(left).toHaveLength(1)
})

test('an address without an account is answered as one with an account, but gets no mail', async () => {
  const known = arrive()
  const unknown = arrive()
  const answers = await Promise.all([
    known.phone.post(urls.signIn, { email: 'officer@union.example' }),
    unknown.phone.post(urls.signIn, { email: 'nobody@union.example' }),
  ])
  expect(answers.map((it) => [it.status, it.headers.get('location')])).toEqual(
    Array(2).fill([303, urls.signInCode]),
  )
  expect(unknown.mails).toHaveLength(0)
  const pages = await Promise.all(
    [known, unknown].map(async ({ phone }) => {
      const page = await phone.post(urls.signInCode, { code: '0000 0000' })
      return (await page.text()).replaceAll(/officer@|nobody@/g, '')
    }),
  )
  expect(pages[0]).toBe(pages[1])
})

test('somebody deactivated gets no code, and one from before does not let him in', async () => {
  const { stranger } = here.people
  const before = arrive()
  await before.phone.post(urls.signIn, { email: stranger.email })
  await deactivate(officeOf(here), stranger)
  expect((await before.phone.post(urls.signInCode, { code: before.code() })).status).toBe(422)
  const after = arrive()
  await after.phone.post(urls.signIn, { email: stranger.email })
  expect(after.mails).toHaveLength(0)
  await activate(officeOf(here), stranger)
  await after.phone.post(urls.signIn, { email: stranger.email })
  expect(after.mails).toHaveLength(1)
})

test('an incomplete address is told, with what was typed kept', async () => {
  const { phone } = arrive()
  const page = await phone.post(urls.signIn, { email: 'officer' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('value="officer"')
})

test('a whole office behind one address comes in: fourteen mailboxes ask in one minute', async () => {
  const { phone } = arrive()
  const statuses = []
  for (let tries = 0; tries < 14; tries++)
    statuses.push((await phone.post(urls.signIn, { email: `n${tries}@union.example` })).status)
  expect(statuses).toEqual(Array(14).fill(303))
})

test('asking and entering are counted by mailbox first, then by network', async () => {
  const counted: string[] = []
  const count = (name: string) => async (key: string) => counted.push(`${name} ${key.length}`) > 0
  const limits = { ...bindings().limits, signIn: count('mailbox'), arrivals: count('network') }
  const { phone } = town.arrive(app, { limits })
  await phone.post(urls.signIn, { email: 'officer@union.example' })
  await phone.post(urls.signInCode, { code: '0000 0000' })
  expect(counted).toEqual(['mailbox 32', 'network 32', 'mailbox 32', 'network 32'])
})

test.each(['signIn', 'arrivals'])(
  'who has to wait by %s is told how long, and keeps what he typed',
  async (name) => {
    const open = arrive()
    await open.phone.post(urls.signIn, { email: 'officer@union.example', next: urls.deskCases })
    const { phone, mails } = town.arrive(app, { limits: { ...bindings().limits, [name]: async () => false } })
    for (const [key, value] of open.phone.cookies) phone.cookies.set(key, value)
    const asked = await phone.post(urls.signIn, { email: 'officer@union.example', next: urls.deskCases })
    const entered = await phone.post(urls.signInCode, { code: open.code(), next: urls.deskCases })
    expect(mails).toHaveLength(0)
    const kept = ['value="officer@union.example"', `value="${open.code()}"`]
    for (const [at, answer] of [asked, entered].entries()) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
      const page = await answer.text()
      expect(page, 'that something is to be corrected').not.toContain('请改正')
      for (const words of ['请等 60 秒', kept[at], `value="${urls.deskCases}"`]) expect(page).toContain(words)
    }
  },
)

test('asking for the code page without having given an address leads back', async () => {
  const { phone } = arrive()
  expect((await phone.get(urls.signInCode)).headers.get('location')).toBe(urls.signIn + query({ again: 1 }))
})
