import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { auditLog, staff } from '../../src/db/tables/orgs.ts'
import { sessions, verifications } from '../../src/db/tables/signin.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { mailbox } from '../support/sent-mails.ts'
import { db, foundFederation, person } from './people.ts'

const app = createApp()

beforeAll(async () => {
  await foundFederation()
  await person('wang', 'duty_officer')
  await person('sun', 'handler')
  await person('gone', 'handler')
  await db().update(staff).set({ active: false }).where(eq(staff.id, 'gone'))
})

function arrive() {
  const { mails, post } = mailbox()
  const phone = browser(app, { post })
  return { phone, mails, code: () => mails.at(-1)?.text.match(/\d{4} \d{4}/)?.[0] ?? '' }
}

test('a cadre signs in with the code from his mail and comes where he wanted to go', async () => {
  const { phone, mails, code } = arrive()
  const asked = await phone.post(urls.signIn, { email: ' Wang@Example.org ', next: '/desk/cases' })
  expect(asked.headers.get('location')).toBe('/sign-in/code?next=%2Fdesk%2Fcases')
  expect(mails).toHaveLength(1)
  expect(mails[0]?.to).toBe('wang@example.org')
  expect(await (await phone.get(urls.signInCode)).text()).toContain('wang@example.org')
  const entered = await phone.post(urls.signInCode, { code: code(), next: '/desk/cases' })
  expect(entered.headers.get('location')).toBe('/desk/cases')
  expect((await phone.get('/desk/no-such-page')).status).toBe(404)
})

test('the log tells who came in and when, and not from where', async () => {
  await db().delete(auditLog)
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'sun@example.org' })
  await phone.post(urls.signInCode, { code: '0000 0000' })
  expect(await db().select().from(auditLog)).toEqual([])
  await phone.post(urls.signInCode, { code: code() })
  expect(await db().select().from(auditLog)).toEqual([
    {
      id: expect.any(String),
      at: expect.any(Date),
      staffId: 'sun',
      action: 'signed_in',
      subject: 'sun@example.org',
    },
  ])
})

test('the session holds neither an address nor a browser, and its cookie is out of reach of scripts', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'sun@example.org' })
  const entered = await phone.post(urls.signInCode, { code: code() })
  const line = entered.headers.getSetCookie().find((it) => it.startsWith('session=')) ?? ''
  expect(line).toMatch(/HttpOnly/)
  expect(line).toMatch(/Secure/)
  expect(line).toMatch(/SameSite=Lax/i)
  const [row] = await db().select().from(sessions).where(eq(sessions.userId, 'sun'))
  expect(JSON.stringify(row)).not.toMatch(/Mozilla|phone/)
  expect(Object.keys(row ?? {})).not.toContain('ipAddress')
})

test('the code is stored encrypted and works once', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'wang@example.org' })
  const stored = await db().select().from(verifications)
  expect(JSON.stringify(stored)).not.toContain(code().replace(' ', ''))
  await phone.post(urls.signInCode, { code: code() })
  const again = arrive()
  again.phone.cookies.set('signing-in', phone.cookies.get('signing-in') ?? '')
  await again.phone.post(urls.signInCode, { code: code() })
  expect((await again.phone.get(urls.account)).status).toBe(303)
})

test('a wrong code is refused, and after three of them the right one too', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'wang@example.org' })
  for (const _ of [1, 2, 3]) {
    const wrong = await phone.post(urls.signInCode, { code: '0000 0000' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('验证码不正确或已经失效')
  }
  expect((await phone.post(urls.signInCode, { code: code() })).status).toBe(422)
})

test('a code is refused once its ten minutes are over', async () => {
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'wang@example.org' })
  await db()
    .update(verifications)
    .set({ expiresAt: new Date(Date.now() - 1000) })
  expect((await phone.post(urls.signInCode, { code: code() })).status).toBe(422)
})

test('what has run out goes when somebody signs in', async () => {
  const old = new Date(Date.now() - 1000)
  await db().insert(sessions).values({
    id: 'old',
    token: 'old',
    userId: 'wang',
    expiresAt: old,
    createdAt: old,
    updatedAt: old,
  })
  const { phone, code } = arrive()
  await phone.post(urls.signIn, { email: 'wang@example.org' })
  await phone.post(urls.signInCode, { code: code() })
  const left = await db().select().from(sessions).where(eq(sessions.userId, 'wang'))
  expect(left.map((it) => it.id)).not.toContain('old')
  expect(left).not.toHaveLength(0)
})

test('an address without an account is answered as one with an account, but gets no mail', async () => {
  const known = arrive()
  const unknown = arrive()
  const answers = await Promise.all([
    known.phone.post(urls.signIn, { email: 'wang@example.org' }),
    unknown.phone.post(urls.signIn, { email: 'nobody@example.org' }),
  ])
  expect(answers.map((it) => [it.status, it.headers.get('location')])).toEqual(
    Array(2).fill([303, urls.signInCode]),
  )
  expect(unknown.mails).toHaveLength(0)
  const pages = await Promise.all(
    [known, unknown].map(async ({ phone }) => {
      const page = await phone.post(urls.signInCode, { code: '0000 0000' })
      return (await page.text()).replaceAll(/wang@|nobody@/g, '')
    }),
  )
  expect(pages[0]).toBe(pages[1])
})

test('somebody deactivated gets no code, and one from before does not let him in', async () => {
  const before = arrive()
  await db().update(staff).set({ active: true }).where(eq(staff.id, 'gone'))
  await before.phone.post(urls.signIn, { email: 'gone@example.org' })
  await db().update(staff).set({ active: false }).where(eq(staff.id, 'gone'))
  expect((await before.phone.post(urls.signInCode, { code: before.code() })).status).toBe(422)
  const after = arrive()
  await after.phone.post(urls.signIn, { email: 'gone@example.org' })
  expect(after.mails).toHaveLength(0)
})

test('an incomplete address is told, with what was typed kept', async () => {
  const { phone } = arrive()
  const page = await phone.post(urls.signIn, { email: 'wang' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('value="wang"')
})

test('who asks for codes without end has to wait', async () => {
  const { phone } = arrive()
  const statuses = []
  for (let tries = 0; tries < 14; tries++)
    statuses.push((await phone.post(urls.signIn, { email: `n${tries}@example.org` })).status)
  expect(statuses.at(0)).toBe(303)
  expect(statuses.at(-1)).toBe(429)
})

test('asking for the code page without having given an address leads back', async () => {
  const { phone } = arrive()
  expect((await phone.get(urls.signInCode)).headers.get('location')).toBe(urls.signIn)
})
