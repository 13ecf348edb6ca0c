import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { patterns, urls } from '../src/urls.ts'
import { bindings } from './support/signed-in.ts'
import { app, at } from './support/town/pages.ts'
import { codes } from './support/town/places.ts'
import { town } from './support/town/town.ts'

beforeAll(async () => {
  await town(env.DB)
})

const posts = [
  ...new Set(
    createApp()
      .routes.filter(({ method }) => method === 'POST')
      .map(({ path }) => path),
  ),
]

/** A mail program presses it by itself (RFC 8058); the token in the address is the permission. */
const open = [patterns.mailChoice]

const strangers = [
  { 'content-type': 'application/json' },
  { 'content-type': 'application/json', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
  { 'content-type': '', 'sec-fetch-site': 'same-site' },
  { 'content-type': 'text/html', origin: 'http://localhost.evil.example' },
]

const send = (path: string, headers: Record<string, string>, method = 'POST') =>
  app.request(path, { method, headers, body: '{}' }, bindings({ demo: true }))

test.each(posts.filter((path) => !open.some((it) => it === path)))(
  'a page of somebody else can send nothing to %s, whatever it says its body is',
  async (path) => {
    for (const headers of strangers) expect((await send(path, headers)).status).toBe(403)
  },
)

test('each form of the service is among them', () => {
  expect(posts.length).toBeGreaterThan(30)
})

describe('nobody is signed out by another site', () => {
  test('not by JSON, not by a form, not by another method', async () => {
    const page = await at('officer')
    const cookie = [...page.cookies].map((pair) => pair.join('=')).join('; ')
    for (const headers of strangers) await send(urls.signInExit, { ...headers, cookie })
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await send(urls.signInExit, { cookie }, method)).status).toBe(403)
    expect((await page.get(urls.desk)).status).toBe(200)
    await page.post(urls.signInExit)
    expect((await page.get(urls.desk)).status).toBe(303)
  })
})

test('a browser that says only that the page is ours is believed', async () => {
  const answer = await send(urls.signInExit, { 'sec-fetch-site': 'same-origin' })
  expect(answer.status).toBe(303)
})

test('whoever filled in a form on a copy of its page finds his words, and the way to ours', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://copy.example' }
  const path = urls.site(codes.grievance)
  const body = new URLSearchParams({ story: '九月没发工资', page: 'x' }).toString()
  const answer = await app.request(path, { method: 'POST', headers, body }, bindings({ demo: true }))
  const text = await answer.text()
  expect(answer.status).toBe(403)
  expect(text).toContain('九月没发工资')
  expect(text).toContain(`<a class="button" href="${path}"`)
})
