import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
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

const press = (changes = {}) =>
  app.request(
    urls.signInDemo,
    {
      method: 'POST',
      body: new URLSearchParams({ staff: 'officer', next: urls.deskCases }),
      headers: { origin: 'http://localhost' },
    },
    bindings(changes),
  )

test('the demo lists its cadres, and one press signs in', async () => {
  const page = await app.request(urls.signIn, {}, bindings({ demo: true }))
  expect(await page.text()).toContain(here.people.officer.name)
  const answer = await press({ demo: true })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(urls.deskCases)
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
})

test('without DEMO there is no list, and the address answers 404', async () => {
  const page = await app.request(urls.signIn, {}, bindings())
  expect(await page.text()).not.toContain(here.people.officer.name)
  expect((await press()).status).toBe(404)
})

test('the desk leads who is not signed in to the sign-in page and back', async () => {
  const wanted = urls.deskCases + query({ state: 'triage' })
  const answer = await app.request(wanted, {}, bindings())
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(urls.signIn + query({ next: wanted }))
})

test('the desk lets in who is signed in', async () => {
  const headers = await signInAs(app, 'officer')
  expect((await app.request(urls.desk, { headers }, bindings())).status).toBe(200)
})

test('signing out ends the session', async () => {
  const headers = await signInAs(app, 'officer')
  await app.request(urls.signInExit, { method: 'POST', headers }, bindings())
  expect((await app.request(urls.desk, { headers }, bindings())).status).toBe(303)
})

test('nobody is led out of the house after signing in', async () => {
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    `${urls.desk}evil`,
    `${urls.desk}/\r\nx: y`,
  ]) {
    const answer = await app.request(
      urls.signInDemo,
      {
        method: 'POST',
        body: new URLSearchParams({ staff: 'officer', next }),
        headers: { origin: 'http://localhost' },
      },
      bindings({ demo: true }),
    )
    expect(answer.headers.get('location')).toBe(urls.desk)
  }
})
