import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { type Bindings, cloudflare } from '../src/platform/cloudflare.ts'
import { urls } from '../src/urls.ts'
import { bindings, onDatabase } from './support/signed-in.ts'

const app = createApp(() => new Date('2026-11-23T02:00:00Z'))
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`https://huying.test${path}`, { headers }, bindings())

describe('health', () => {
  test('answers with the version when the database answers', async () => {
    const response = await get(urls.healthz)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ok: true, database: 'ok' })
  })

  test('says 503 when the database does not answer', async () => {
    const broken = bindings(brokenDatabase())
    const response = await app.request(`https://huying.test${urls.healthz}`, {}, broken)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ ok: false, database: 'unreachable' })
  })
})

describe('every request', () => {
  test('is refused while a secret is missing, and the log names it', async () => {
    const short: Bindings = { ...env, RECEIPT_SECRET: 'short' }
    const lacking = cloudflare(short, createExecutionContext())
    expect(lacking.checkSecrets).toThrow(/RECEIPT_SECRET/)
    expect((await app.request('https://huying.test/', {}, lacking)).status).toBe(500)
  })

  test('a page stands even when the database refuses, says that nothing was saved and whom to call', async () => {
    const response = await app.request('https://huying.test/anything', {}, bindings(brokenDatabase()))
    expect(response.status).toBe(500)
    const page = await response.text()
    for (const text of ['没有保存', 'tel:12351', 'tel:110']) expect(page).toContain(text)
  })

  test('a mark that no database gave is ignored', async () => {
    const response = await get('/nowhere', { cookie: '__Host-mark=hello' })
    expect(response.status).toBe(404)
  })

  test('sends a strict policy and no third-party origin', async () => {
    const response = await get('/nowhere')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).not.toMatch(/(src|href)="https?:/)
  })
})

function brokenDatabase() {
  const fail = () => {
    throw new Error('D1_ERROR: out of reach')
  }
  return onDatabase({ prepare: fail, batch: fail })
}
