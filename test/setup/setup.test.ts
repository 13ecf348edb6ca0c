import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openDb } from '../../src/db/client.ts'
import { forms, sites } from '../../src/db/tables/forms.ts'
import { auditLog, calendarYears, organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { testBindings } from '../support/bindings.ts'
import { empty } from '../support/emptying.ts'
import { bindings } from '../support/signed-in.ts'

const now = new Date('2026-11-23T02:00:00Z')
const app = createApp(() => now)
const db = openDb(env.DB)
const answers = {
  token: testBindings.SETUP_TOKEN,
  'federation-zh': '云溪县总工会',
  'federation-en': 'Yunxi County Federation of Trade Unions',
  zone: 'Asia/Shanghai',
  sender: 'union@example.org',
  name: '周主任',
  email: 'Zhou@Example.org',
}

beforeEach(() => empty(env.DB))

test('without a token in the deployment there is no setup', async () => {
  expect(
    (await browser(app, { secrets: { ...bindings().secrets, setupToken: '' } }).get(urls.setup)).status,
  ).toBe(404)
})

test('a wrong token founds nothing and keeps what was typed', async () => {
  const page = await browser(app).post(urls.setup, { ...answers, token: 'guess' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('value="云溪县总工会"')
  expect(await db.select().from(staff)).toHaveLength(0)
})

test('of two who found at once one wins, and the page is closed for good', async () => {
  const both = await Promise.all([
    browser(app).post(urls.setup, answers),
    browser(app).post(urls.setup, { ...answers, email: 'other@example.org' }),
  ])
  expect(both.map((it) => it.status).sort()).toEqual([200, 404])
  expect(await db.select().from(organisations)).toHaveLength(1)
  expect(await db.select().from(staff)).toHaveLength(1)
  expect(await db.select().from(roleGrants)).toMatchObject([{ role: 'administrator', orgPath: '0001' }])
  expect((await browser(app).get(urls.setup)).status).toBe(404)
  expect((await browser(app).post(urls.setup, answers)).status).toBe(404)
})

test('what is founded is ready: five forms with a site each, the calendar, a line in the log', async () => {
  await browser(app).post(urls.setup, answers)
  expect((await db.select().from(forms)).map((it) => it.slug).sort()).toEqual([
    'grievance',
    'hardship',
    'joining',
    'safety',
    'suggestion',
  ])
  const codes = (await db.select().from(sites)).map((it) => it.code)
  expect(codes).toHaveLength(5)
  expect((await db.select().from(calendarYears)).map((it) => it.year)).toContain(2026)
  expect(await db.select().from(auditLog)).toMatchObject([{ action: 'founded' }, { action: 'signed_in' }])
  for (const code of codes) expect((await browser(app).get(urls.site(code))).status).toBe(200)
})

test('whoever founds is signed in at once, and led to his second step', async () => {
  const phone = browser(app)
  expect((await phone.post(urls.setup, answers)).status).toBe(200)
  expect((await phone.get(urls.office)).headers.get('location')).toContain(urls.accountSecondFactor)
})

test('whoever founds and what is founded are named in one clean line', async () => {
  const unclean = '周\r\n主任\u202e'
  const named = { 'federation-zh': unclean, 'federation-en': unclean, name: unclean }
  await browser(app).post(urls.setup, { ...answers, ...named })
  expect(await db.select().from(organisations)).toMatchObject([{ name: { zh: '周 主任', en: '周 主任' } }])
  expect(await db.select().from(staff)).toMatchObject([{ name: '周 主任' }])
})

test('whoever has to wait before he founds keeps what he typed', async () => {
  const limits = { ...bindings().limits, signIn: async () => false }
  const answer = await browser(app, { limits }).post(urls.setup, answers)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
  const page = await answer.text()
  for (const words of ['请等 60 秒', 'value="云溪县总工会"', `value="${answers.token}"`])
    expect(page).toContain(words)
  expect(await db.select().from(staff)).toHaveLength(0)
})
