import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { linesWith } from '../structure/sources.ts'
import { bindings } from '../support/signed-in.ts'
import { app } from '../support/town/pages.ts'
import { signIn } from '../support/town/signing-in.ts'
import { type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

test('cookies for all pages carry a name that no other host can set', async () => {
  const phone = await signIn(app, 'officer')
  await phone.get(`${urls.home}?lang=en&view=elder`)
  const names = [...phone.cookies.keys()]
  expect(names).toEqual(
    expect.arrayContaining(['__Host-session', '__Host-lang', '__Host-view', '__Host-mark']),
  )
  expect(names.filter((name) => !name.startsWith('__Host-'))).toEqual([])
})

test('each of them is for this host alone, over TLS alone, and out of reach of scripts', async () => {
  const { limits } = bindings()
  const asked = await app.request(
    `https://huying.test${urls.home}?lang=en`,
    { headers: { cookie: '' } },
    bindings({ limits }),
  )
  const [line = ''] = asked.headers.getSetCookie()
  expect(line).toMatch(/^__Host-lang=en; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('an old or forged cookie without that name counts for nothing', async () => {
  const phone = await signIn(app, 'officer')
  const value = phone.cookies.get('__Host-session') ?? ''
  phone.cookies.clear()
  phone.cookies.set('session', value)
  expect((await phone.get(urls.desk)).status).toBe(303)
  phone.cookies.set('__Host-session', value)
  expect((await phone.get(urls.desk)).status).toBe(200)
})

test('a demo over plain http in the local network still works', async () => {
  const init = { method: 'POST', body: new URLSearchParams({ staff: here.people.officer.id }) }
  const base = 'http://192.168.1.5:8787'
  const answer = await app.request(
    base + urls.signInDemo,
    { ...init, headers: { origin: base } },
    bindings({ demo: true }),
  )
  const [line = ''] = answer.headers.getSetCookie()
  expect(line).toMatch(/^session=/)
  expect(line).not.toMatch(/Secure/)
  const cookie = line.split(';')[0] ?? ''
  expect(
    (await app.request(base + urls.desk, { headers: { cookie } }, bindings({ demo: true }))).status,
  ).toBe(200)
})

test('cookies for all pages are read by one file, under the name by which it sets them', () => {
  const ofOnePath = ['follow/visit.ts', 'intake/receipt/receipt-cookie.ts']
  expect(linesWith(/\bget(?:Signed)?Cookie\(/, ['ui/cookies.ts', ...ofOnePath])).toEqual([])
})
