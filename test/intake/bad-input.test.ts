import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { urls } from '../../src/urls.ts'
import { bindings, onDatabase } from '../support/signed-in.ts'
import { answers, clock, countOf, found, openedToken, origin, sites, tokenIn, visitor } from './visitor.ts'

const site = sites.grievance
const later = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000)
}

beforeAll(found)

describe('an address', () => {
  test.each([
    ['zh', '没有这个码'],
    ['en', 'No such code'],
  ] as const)('with an unknown code says so in %s and offers a way on', async (lang, text) => {
    for (const path of ['9XXXX', 'abc', '%20'].map(urls.site)) {
      const response = await visitor({ lang }).get(path)
      expect(response.status).toBe(404)
      const page = await response.text()
      expect(page).toContain(text)
      expect(page).toContain('name="code"')
      expect(page).toContain('tel:12351')
    }
  })

  test('with an unknown form says so', async () => {
    expect((await visitor().get(urls.form('nothing'))).status).toBe(404)
    expect((await visitor().post(urls.form('nothing'), answers)).status).toBe(404)
  })

  test('of a closed site says so, takes nothing and offers a way on', async () => {
    const shown = await visitor().get(sites.closed)
    expect(shown.status).toBe(410)
    expect(await shown.text()).toContain('已停止收集')
    expect((await visitor().post(sites.closed, answers)).status).toBe(410)
  })

  test('of a form that was closed while somebody wrote is taken for a day; after it the words are given back', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('hardship'))
    await env.DB.exec("update forms set open = 0 where slug = 'hardship'")
    forgetForms()
    expect((await worker.get(urls.form('hardship'))).status).toBe(410)
    const soon = await worker.post(urls.form('hardship'), { token, story: '家里出了事', step: 'check' })
    expect(soon.status).toBe(422)
    expect(await soon.text()).toContain('家里出了事')
    clock.now = new Date(clock.now.getTime() + 24 * 3_600_000)
    forgetForms()
    const answer = await worker.post(urls.form('hardship'), { token, story: '家里出了事', step: 'send' })
    expect(answer.status).toBe(410)
    const page = await answer.text()
    expect(page).toContain('家里出了事')
    expect(page).not.toContain(token)
  })

  test('is not taken by another method', async () => {
    const answer = await visitor().get(site, { method: 'DELETE', headers: { origin } })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(['GET', 'POST']))
    expect(await answer.text()).toContain('<html')
  })
})

describe('errors are told beside their fields, in a summary that links to them, and nothing typed is lost', () => {
  test.each([
    [
      'zh',
      ['请选择：是哪方面的事？', '请填写：说说是怎么回事', '请选择：留不留联系方式？', '需要您勾选同意'],
    ],
    [
      'en',
      ['Please choose: What is it about?', 'Please answer: Tell us what happened', 'tick your agreement'],
    ],
  ] as const)('in %s', async (lang, texts) => {
    const worker = visitor({ lang })
    const token = await openedToken(worker, site)
    const response = await worker.post(site, { token, step: 'check', wish: '补发 <b>工资</b>' })
    expect(response.status).toBe(422)
    const page = await response.text()
    for (const text of texts) expect(page).toContain(text)
    for (const [, id] of page.matchAll(/<li><a href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
    expect(page).toContain('补发 &lt;b&gt;工资&lt;/b&gt;')
    expect(tokenIn(page)).toBe(token)
    expect(page).toMatch(/class="summary" role="alert" tabindex="-1" autofocus/)
  })

  test('for formats too', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const wrong = {
      ...answers,
      token,
      step: 'send',
      people: '很多',
      'since-year': '2026',
      'since-month': '',
      named: 'yes',
      worker_name: '王芳',
      worker_phone: '123',
    }
    const response = await worker.post(site, wrong)
    expect(response.status).toBe(422)
    const page = await response.text()
    for (const text of ['请只填数字', '至少填年和月', '请填 11 位手机号']) expect(page).toContain(text)
    for (const kept of ['很多', 'value="2026"', '王芳', 'value="123"']) expect(page).toContain(kept)
  })

  test('going back to change something keeps every answer', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const response = await worker.post(site, { ...answers, token, step: 'edit' })
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('三个月没发工资')
    expect(page).toMatch(/value="wages" checked/)
    expect(page).not.toContain('class="summary"')
  })
})

describe('nothing is saved, and the page comes again with what was typed,', () => {
  const refused = async (
    values: Record<string, string | string[]>,
    text: string,
    status = 422,
    wait = 60,
  ) => {
    const worker = visitor()
    const token = tokenIn(await (await worker.get(site)).text())
    later(wait)
    const before = await countOf('cases')
    const response = await worker.post(site, { ...answers, token, step: 'send', ...values })
    expect(response.status).toBe(status)
    const page = await response.text()
    expect(page).toContain(text)
    expect(page).toContain('三个月没发工资')
    expect(await countOf('cases')).toBe(before)
    return { worker, page, token }
  }

  test('when the token was tampered with; the new one works', async () => {
    const { worker, page } = await refused({ token: 'x.y.z' }, '请再核对一次')
    later(60)
    const token = tokenIn(page)
    expect((await worker.post(site, { ...answers, token, step: 'send' })).status).toBe(303)
  })

  test('when the token belongs to another page', async () => {
    const token = await openedToken(visitor(), urls.form('grievance'))
    await refused({ token }, '请再核对一次')
  })

  test('when the token is older than a week', () => refused({}, '请再核对一次', 422, 8 * 24 * 3600))

  test('when the trap was filled in; the trap is empty again', async () => {
    const { page } = await refused({ website: 'http://spam' }, '有一栏不该填的被填上了')
    expect(page).not.toContain('http://spam')
  })

  test('when it came faster than a person can; a moment later it is taken', async () => {
    const { worker, token } = await refused({}, '点得太快了', 422, 1)
    later(5)
    expect((await worker.post(site, { ...answers, token, step: 'send' })).status).toBe(303)
  })

  test('when it holds something that the form does not ask', () => refused({ secrecy: 'open' }, '没有的内容'))

  test('when an option was made up', () => refused({ matter: 'gold' }, '请从给出的选项里选'))

  test('when a mode was made up', () => refused({ mode: 'secret' }, '请从给出的选项里选'))

  test('when one question has two answers', () => refused({ matter: ['wages', 'hours'] }, '两个不同的回答'))

  test('when the employer of a site was changed', () => refused({ employer: '别家' }, '没有的内容'))

  test('when this network sent too much', async () => {
    const worker = visitor({ env: { limits: { ...bindings().limits, filing: async () => false } } })
    const token = await openedToken(worker, site)
    const response = await worker.post(site, { ...answers, token, step: 'send' })
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    const page = await response.text()
    expect(page).toContain('请等 60 秒再点')
    expect(page).toContain('value="三个月没发工资"')
  })

  test('when the database fails on writing', async () => {
    const broken = onDatabase({ prepare: env.DB.prepare.bind(env.DB), batch: fail })
    const worker = visitor()
    const token = await openedToken(worker, site)
    const before = await countOf('submissions')
    const response = await worker.post(site, { ...answers, token, step: 'send' }, { env: broken })
    expect(response.status).toBe(503)
    const page = await response.text()
    expect(page).toContain('没有保存成功')
    expect(page).toContain('value="三个月没发工资"')
    expect(await countOf('submissions')).toBe(before)
    expect((await worker.post(site, { ...answers, token, step: 'send' })).status).toBe(303)
  })
})

describe('what cannot be read is refused with a page', () => {
  const urlencoded = 'application/x-www-form-urlencoded'

  test.each([
    ['more than a form may carry', `story=${'家'.repeat(200_000)}`, urlencoded, 413, '家家家家'],
    ['more than anybody types', `story=${'a'.repeat(2_200_000)}`, urlencoded, 413, '内容太大'],
    ['bytes that are not UTF-8', new Uint8Array([0x73, 0x3d, 0xff, 0xfe]), urlencoded, 400, '无法读取'],
    ['escapes that are not UTF-8', 'story=%FF%FE', urlencoded, 400, '无法读取'],
    ['another content type', 'story', 'text/plain', 400, '无法读取'],
  ] as const)('%s', async (_, body, type, status, text) => {
    const response = await visitor().post(site, body, { headers: { 'content-type': type } })
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(text)
  })

  test('a form that another site posts', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const response = await worker.post(site, { ...answers, token, step: 'send' }, { headers })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('不是从本站页面发出的')
  })
})

describe('who is in danger', () => {
  test('sees whom to call before the form, and again before sending', async () => {
    const worker = visitor()
    const page = await (await worker.get(site)).text()
    expect(page.indexOf('tel:120')).toBeLessThan(page.indexOf('<form'))
    const token = await openedToken(worker, site)
    const check = await (await worker.post(site, { ...answers, danger: 'yes', token, step: 'check' })).text()
    expect(check.indexOf('tel:120')).toBeLessThan(check.indexOf('<form'))
  })

  test.each([
    ['mental', '12356'],
    ['harassment', '12338'],
  ])('of %s sees the helpline first', async (matter, number) => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const check = await (await worker.post(site, { ...answers, matter, token, step: 'check' })).text()
    expect(check.indexOf(`tel:${number}`)).toBeGreaterThan(0)
    expect(check.indexOf(`tel:${number}`)).toBeLessThan(check.indexOf('<form'))
  })
})

test('no page of filing may be kept by a shared phone', async () => {
  const worker = visitor()
  const token = await openedToken(worker, site)
  const check = await worker.post(site, { ...answers, token, step: 'check' })
  expect(check.headers.get('cache-control')).toBe('no-store')
  await worker.post(site, { ...answers, token, step: 'send' }, { headers: { origin } })
  expect((await worker.get(urls.receipt)).headers.get('cache-control')).toBe('no-store')
})

function fail(): never {
  throw new Error('D1_ERROR: the disk is gone')
}
