/// <reference types="vite/types/importMeta.d.ts" />

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import pageScript from '#page-script'
import { openDb } from '../src/db/client.ts'
import { publish } from '../src/forms/versions.ts'
import { urls } from '../src/urls.ts'
import { formOf, text } from './forms/examples.ts'
import { answers, found, openedToken, sites, visitor } from './intake/visitor.ts'

const [ofFiles = ''] = Object.values(
  import.meta.glob<string>('/{public,}/_headers', { query: '?raw', import: 'default', eager: true }),
)

beforeAll(found)

/** A block of `_headers`: a path, and below it its headers, by small names. */
function block(path: string): Record<string, string> {
  const [, lines = ''] =
    new RegExp(`^${path.replaceAll('*', '\\*')}\\n((?: {2}.+\\n?)+)`, 'm').exec(ofFiles) ?? []
  const pairs = lines.split('\n').filter(Boolean)
  return Object.fromEntries(pairs.map((line) => /^ {2}([^:]+): (.*)$/.exec(line)?.slice(1) ?? []).map(lower))
}

const lower = ([name = '', value = '']: string[]): [string, string] => [name.toLowerCase(), value]

/** What each answer says for itself. */
const own = ['content-type', 'cache-control', 'set-cookie', 'location', 'allow']

async function strict(path: string, method = 'GET') {
  const answer = await visitor().get(path, { method })
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)))
}

test('files are served with the same headers as pages', async () => {
  expect(block('/*')).toEqual(await strict(urls.board))
})

test.each([urls.board, urls.healthz, '/nowhere', urls.desk, urls.follow])(
  '%s is served with them, whatever comes of it',
  async (path) => {
    expect(await strict(path)).toEqual(block('/*'))
    expect(await strict(path, 'PUT')).toEqual(block('/*'))
  },
)

test.each([urls.home, sites.grievance])(
  '%s brings its styles along and permits these, and files of ours, and is else served as all pages',
  async (path) => {
    const page = await (await visitor().get(path)).text()
    const usual = block('/*')
    const policy = usual['content-security-policy']
      ?.replace("style-src 'self'", `style-src '${await hashOf(within(page, 'style'))}'`)
      .replace("script-src 'self'", `script-src '${pageScript.hash}' 'self'`)
    expect(await strict(path)).toEqual({ ...usual, 'content-security-policy': policy })
    expect(page).not.toContain('rel="stylesheet"')
  },
)

test('the form brings the script along that counts, and no other but a file of ours', async () => {
  const page = await (await visitor().get(sites.grievance)).text()
  const others = page.match(/<script(?! data-left)[^>]*>/g)
  expect(others).toEqual([expect.stringContaining(`src="${urls.unsentScript}?`)])
  expect(await hashOf(within(page, 'script'))).toBe(pageScript.hash)
})

describe('a phone is asked where it is', () => {
  const allowed = async (answer: Response) =>
    /geolocation=\(.*?\)/.exec(answer.headers.get('permissions-policy') ?? '')?.[0]

  test('by no page of a form that asks for no place', async () => {
    expect(await allowed(await visitor().get(sites.grievance))).toBe('geolocation=()')
  })

  test.each(['together', 'paged'])('by one that does, and by what it leads back to: %s', async (layout) => {
    const pages = [{ id: 'only', title: text('s'), fields: [where] }]
    const definition = { ...formOf(text('t')), layout, pages }
    const slug = `where-${layout}`
    await publish(openDb(env.DB), { slug, definition, now: new Date() })
    const worker = visitor()
    const token = await openedToken(worker, urls.form(slug))
    expect(await allowed(await worker.get(urls.form(slug)))).toBe('geolocation=(self)')
    const page = layout === 'paged' && { page: 'only' }
    const wrong = { ...page, token, step: page ? 'next' : 'check', 'where--latitude': '0' }
    expect(await allowed(await worker.post(urls.form(slug), wrong))).toBe('geolocation=(self)')
  })

  const where = { type: 'place', name: 'where', label: text('问') }
})

const within = (page: string, tag: string) =>
  new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? ''

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}

test('browsers are told to stay with https for a year, to open nothing of the phone, and to keep others out', () => {
  expect(block('/*')).toMatchObject({
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  })
})

test('style and script, whose address changes with each deployment, are kept for a year', () => {
  for (const path of ['/*.css', '/*.js'])
    expect(block(path)).toEqual({ 'cache-control': 'public, max-age=31536000, immutable' })
})

describe('a browser keeps', () => {
  const cacheOf = async (path: string) => (await visitor().get(path)).headers.get('cache-control')

  test.each([urls.home, urls.board, sites.grievance])(
    '%s, which names nobody, if it asks first',
    async (path) => {
      expect(await cacheOf(path)).toBe('private, no-cache')
    },
  )

  test.each([
    ...[urls.follow, urls.followData, urls.receipt, urls.signIn, urls.signInCode, urls.signInSecondFactor],
    ...[urls.account, urls.desk, urls.deskCases, urls.office, urls.setup, urls.healthz, '/nowhere'],
  ])('nothing of %s', async (path) => {
    expect(await cacheOf(path)).toBe('no-store')
  })

  test('nothing of what was typed', async () => {
    const worker = visitor()
    const token = await openedToken(worker, sites.grievance)
    const page = await worker.post(sites.grievance, { ...answers, token, step: 'check' })
    expect(page.headers.get('cache-control')).toBe('no-store')
  })
})
