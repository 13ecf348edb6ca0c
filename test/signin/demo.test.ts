import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openDb } from '../../src/db/client.ts'
import { organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { urls } from '../../src/urls.ts'
import { bindings, signInAs } from '../support/signed-in.ts'

const now = new Date('2026-11-23T02:00:00Z')
const app = createApp(() => now)
const db = openDb(env.DB)

beforeAll(async () => {
  const at = { createdAt: now, updatedAt: now }
  await db.batch([
    db.insert(organisations).values({ id: 'root', path: '0001', name: { zh: '县总', en: 'County' }, ...at }),
    db.insert(staff).values({ id: 'wang', name: '王受理', email: 'wang@example.org', ...at }),
    db
      .insert(roleGrants)
      .values({ staffId: 'wang', orgId: 'root', orgPath: '0001', role: 'duty_officer', ...at }),
  ])
})

const press = (changes = {}) =>
  app.request(
    urls.signInDemo,
    {
      method: 'POST',
      body: new URLSearchParams({ staff: 'wang', next: '/desk/cases' }),
      headers: { origin: 'http://localhost' },
    },
    bindings(changes),
  )

test('the demo lists its cadres, and one press signs in', async () => {
  const page = await app.request(urls.signIn, {}, bindings({ demo: true }))
  expect(await page.text()).toContain('王受理')
  const answer = await press({ demo: true })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/desk/cases')
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
})

test('without DEMO there is no list, and the address answers 404', async () => {
  const page = await app.request(urls.signIn, {}, bindings())
  expect(await page.text()).not.toContain('王受理')
  expect((await press()).status).toBe(404)
})

test('the desk leads who is not signed in to the sign-in page and back', async () => {
  const answer = await app.request('/desk/cases?state=triage', {}, bindings())
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fdesk%2Fcases%3Fstate%3Dtriage')
})

test('the desk lets in who is signed in', async () => {
  const headers = await signInAs(app, 'wang')
  expect((await app.request('/desk/no-such-page', { headers }, bindings())).status).toBe(404)
})

test('signing out ends the session', async () => {
  const headers = await signInAs(app, 'wang')
  await app.request(urls.signInExit, { method: 'POST', headers }, bindings())
  expect((await app.request('/desk', { headers }, bindings())).status).toBe(303)
})

test('nobody is led out of the house after signing in', async () => {
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/deskevil',
    '/desk/\r\nx: y',
  ]) {
    const answer = await app.request(
      urls.signInDemo,
      {
        method: 'POST',
        body: new URLSearchParams({ staff: 'wang', next }),
        headers: { origin: 'http://localhost' },
      },
      bindings({ demo: true }),
    )
    expect(answer.headers.get('location')).toBe('/desk')
  }
})
