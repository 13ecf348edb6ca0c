import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { answers, found, lastCase, openedToken, sites, type Values, visitor } from './visitor.ts'

beforeAll(found)

const site = sites.grievance
const forms = [site, sites.safety, ...['hardship', 'joining', 'suggestion'].map(urls.form)]

async function empty(path: string): Promise<string> {
  return (await visitor().get(path)).text()
}

/** The page that answers a form. */
async function sent(path: string, values: Values, lang: 'zh' | 'en' = 'zh') {
  const worker = visitor({ lang })
  const response = await worker.post(path, {
    token: await openedToken(worker, path),
    step: 'check',
    ...values,
  })
  return { status: response.status, page: await response.text() }
}

/** The tag of a control, by its id. */
const control = (page: string, id: string) =>
  new RegExp(`<(?:input|textarea)[^>]* id="${id}"[^>]*>`).exec(page)?.[0] ?? ''

describe('every control has an id of its own, and every label leads to one', () => {
  test.each(forms)('%s', async (path) => {
    for (const page of [await empty(path), (await sent(path, {})).page]) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.toSorted()).toEqual([...new Set(ids)].sort())
      const labels = [...page.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id)
      expect(labels.length).toBeGreaterThan(5)
      expect(labels.filter((id) => !ids.includes(id))).toEqual([])
    }
  })
})

describe('what is wrong is tied to the control where it can be put right:', () => {
  test('the box of a consent', async () => {
    const { page } = await sent(site, { ...answers, agreed: '' })
    expect(page).toMatch(/id="agreed-error">\s*需要您勾选同意/)
    expect(control(page, 'agreed')).toMatch(/aria-describedby="agreed-error" aria-invalid="true"/)
  })

  test('the text of “something else”, which is then asked for in words', async () => {
    const path = urls.form('suggestion')
    const name = /name="([a-z_]+)-other"/.exec(await empty(path))?.[1] ?? ''
    const { page } = await sent(path, { [name]: 'other' })
    expect(control(page, `${name}-other`)).toContain(`aria-describedby="${name}-error" aria-invalid="true"`)
    expect(control(page, `${name}--other`)).toContain('checked')
    expect(control((await sent(path, {})).page, `${name}-other`)).not.toContain('aria-')
  })
})

test('decimals can be typed for money, and are not offered for people', async () => {
  const page = await empty(urls.form('hardship'))
  expect(control(page, 'income')).toContain('inputmode="decimal"')
  expect(control(page, 'members')).toContain('inputmode="numeric"')
  const { page: wrong } = await sent(urls.form('hardship'), { income: '30000.50', members: '2.5' })
  expect(wrong).toContain('请填整数')
  expect(wrong).not.toContain('href="#income"')
})

test('browsers keep what was typed for going back, but never who it was', async () => {
  const page = await empty(site)
  expect(/<form[^>]*action="\/q\/[^>]*>/.exec(page)?.[0]).not.toContain('autocomplete')
  for (const id of ['worker_name', 'worker_phone']) expect(control(page, id)).toContain('autocomplete="off"')
  for (const id of ['story', 'wish', 'people', 'since'])
    expect(control(page, id)).not.toContain('autocomplete')
})

describe('a long text', () => {
  const story = '我在车间干了三年，'.repeat(233) // 2,097 characters

  test('is not cut, and its limit is said before anything is written', async () => {
    const page = await empty(site)
    expect(page).toMatch(/id="story-hint">[^<]*最多 2000 字。/)
    expect(page).not.toContain('maxlength')
  })

  test.each([
    ['zh', '“说说是怎么回事”最多 2000 字，现在有 2097 字，请删去 97 字'],
    ['en', '“Tell us what happened” takes at most 2000 characters and has 2097; please take out 97'],
  ] as const)('that is too long comes back whole, with its length, in %s', async (lang, said) => {
    const { status, page } = await sent(site, { ...answers, story }, lang)
    expect(status).toBe(422)
    expect(page).toContain(said)
    expect(page).toContain(story)
  })

  test('counts as a person counts: a rare character is one', async () => {
    const rare = '𠮷'.repeat(2000)
    expect((await sent(site, { ...answers, story: rare })).status).toBe(200)
    expect((await sent(site, { ...answers, story: `${rare}𠮷` })).page).toContain('现在有 2001 字')
  })

  test('of marks that nobody sees is none', async () => {
    const { status, page } = await sent(site, { ...answers, story: '\u3164\u200b\n\u2060' })
    expect(status).toBe(422)
    expect(page).toContain('请填写：说说是怎么回事')
  })
})

test.each([
  [{ 'since-month': '2', 'since-day': '30' }, '没有这一天'],
  [{ 'since-month': '13' }, '没有这个月'],
  [{ 'since-month': '' }, '至少填年和月'],
])('of a date the page says what is wrong with it: %j', async (parts, said) => {
  const { page } = await sent(site, { ...answers, 'since-year': '2026', ...parts })
  expect(page).toContain(said)
})

test('whoever copies a number with marks that turn it is filed with the number', async () => {
  const worker = visitor()
  const token = await openedToken(worker, site)
  const named = { named: 'yes', worker_name: '王\u200b芳', worker_phone: '\u202d+86 138‑1234‑5678\u202c' }
  const response = await worker.post(site, { ...answers, ...named, token, step: 'send' })
  expect(response.status).toBe(303)
  expect(JSON.parse(String((await lastCase()).details))).toEqual({
    worker_name: '王芳',
    worker_phone: '13812345678',
  })
})
