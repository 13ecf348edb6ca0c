import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { onDatabase } from '../support/signed-in.ts'
import {
  answers,
  clock,
  codeIn,
  countOf,
  found,
  openedToken,
  receiptPage,
  sites,
  tokenIn,
  visitor,
} from './visitor.ts'

const site = sites.grievance
const told = { ...answers, named: 'yes', worker_name: '王芳', worker_phone: '13800138000' }
const secrets = ['王芳', '13800138000', '三个月没发工资']

beforeAll(found)
beforeEach(() => {
  clock.now = new Date('2026-11-23T02:00:00Z')
})

const later = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000)
}

/** Somebody has filed, and his browser shows the receipt. */
async function filed(worker = visitor()) {
  const token = await openedToken(worker, site)
  const sent = await worker.post(site, { ...told, token, step: 'send' })
  const code = codeIn(await receiptPage(worker, sent))
  expect(code).toHaveLength(16)
  return { worker, token, code }
}

/** The page says that it was sent, and nothing else of it. */
async function expectNothingTold(answer: Response, code: string) {
  expect(answer.status).toBe(409)
  expect(answer.headers.get('location')).toBeNull()
  expect(answer.headers.getSetCookie().filter((line) => line.startsWith('filer='))).toEqual([])
  const page = await answer.text()
  expect(page).toContain('这一份已经提交过')
  for (const secret of [...secrets, code]) expect(page).not.toContain(secret)
  expect(codeIn(page)).toBe('')
}

describe('whoever knows the token of a form that was sent', () => {
  test.each(['send', 'check', 'edit', ''])(
    'and posts it as “%s” gets neither receipt nor words',
    async (step) => {
      const { token, code } = await filed()
      await expectNothingTold(await visitor().post(site, { ...told, token, step }), code)
    },
  )

  test('gets nothing from a form with an error in it either, nor from one that fell into the trap', async () => {
    const { token, code } = await filed()
    await expectNothingTold(
      await visitor().post(site, { ...told, people: '很多', token, step: 'send' }),
      code,
    )
    await expectNothingTold(await visitor().post(site, { ...told, website: 'x', token, step: 'send' }), code)
  })

  test('gets nothing by a cookie of his own', async () => {
    const { token, code } = await filed()
    const other = visitor()
    await openedToken(other, site)
    await expectNothingTold(await other.post(site, { ...told, token, step: 'send' }), code)
  })

  test('gets nothing when the token is a week old', async () => {
    const { token, code } = await filed()
    later(8 * 24 * 3600)
    await expectNothingTold(await visitor().post(site, { ...told, token, step: 'check' }), code)
  })

  test('files no second case with it', async () => {
    const { token } = await filed()
    const before = await countOf('cases')
    await visitor().post(site, { ...told, story: '别的事', token, step: 'send' })
    expect(await countOf('cases')).toBe(before)
  })
})

describe('on a borrowed phone that the worker has left', () => {
  test('loading any page of the filing again shows neither receipt nor words', async () => {
    const { worker, token, code } = await filed()
    await worker.post(urls.followExit, {})
    for (const step of ['check', 'send', 'edit'])
      await expectNothingTold(await worker.post(site, { ...told, token, step }), code)
  })

  test('the browser is told to forget the pages that it keeps to go back to', async () => {
    const { worker } = await filed()
    const left = await worker.post(urls.followExit, {})
    expect(left.headers.get('clear-site-data')).toBe('"cache"')
  })

  test('the next worker files from a new page, and has a receipt of his own', async () => {
    const { worker, code } = await filed()
    await worker.post(urls.followExit, {})
    const next = await filed(worker)
    expect(next.code).not.toBe(code)
  })
})

describe('an honest retry', () => {
  test('whose answer was lost shows the same receipt, a day of bad network later as well', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const cookies = new Map(worker.cookies)
    const lost = codeIn(await receiptPage(worker, await worker.post(site, { ...told, token, step: 'send' })))
    worker.cookies.clear()
    for (const [name, value] of cookies) worker.cookies.set(name, value)
    later(20 * 3600)
    const retry = await worker.post(site, { ...told, token, step: 'send' })
    expect(retry.status).toBe(303)
    const page = await receiptPage(worker, retry)
    expect(codeIn(page)).toBe(lost)
    expect(page).toContain('没有重复提交')
  })

  test('half an hour after the receipt was shown is sent to the code that the worker keeps', async () => {
    const { worker, token, code } = await filed()
    later(31 * 60)
    await expectNothingTold(await worker.post(site, { ...told, token, step: 'send' }), code)
  })

  test('loses no word where the database cannot say whether the form was sent', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const gone = onDatabase({ prepare: deaf, batch: fail })
    const answer = await worker.post(site, { ...told, token, step: 'send' }, { env: gone })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('三个月没发工资')
  })
})

describe('a browser that keeps no cookies', () => {
  const cookieless = () => visitor({ refusesCookies: true })

  test('is asked by the empty form for one only, which says nothing of him', async () => {
    const asked = (await visitor().get(site)).headers.getSetCookie()
    expect(asked).toEqual([expect.stringMatching(/^__Host-filer=[0-9a-f]{32}\.\d+\.[^;]+; Max-Age=86400;/)])
  })

  test('files, and has the receipt in the answer itself, with what comes next and a warning', async () => {
    const worker = cookieless()
    const token = await openedToken(worker, site)
    const before = await countOf('cases')
    const check = await worker.post(site, { ...told, token, step: 'check' })
    expect(check.status).toBe(200)
    const sent = await worker.post(site, { ...told, token: tokenIn(await check.text()), step: 'send' })
    expect(sent.status).toBe(200)
    expect(sent.headers.get('cache-control')).toBe('no-store')
    const page = await sent.text()
    expect(await countOf('cases')).toBe(before + 1)
    expect(codeIn(page)).toHaveLength(16)
    expect(page).toContain('查询码只显示这一次')
    expect(page).toContain('决定是否受理')
    expect(page).not.toContain(urls.receiptConfirmation)
    const phone = visitor()
    await phone.post(urls.follow, { receipt: codeIn(page) })
    expect((await phone.get(urls.follow)).status).toBe(200)
  })

  test('that taps twice shows the receipt in the answer to either tap', async () => {
    const worker = cookieless()
    const token = await openedToken(worker, site)
    const send = () => worker.post(site, { ...told, token, step: 'send' })
    const taps = await Promise.all([send(), send()])
    const codes = await Promise.all(taps.map(async (answer) => codeIn(await answer.text())))
    expect(codes[0]).toHaveLength(16)
    expect(codes[1]).toBe(codes[0])
  })

  test('is told nothing more a minute later, nor with other words', async () => {
    const worker = cookieless()
    const token = await openedToken(worker, site)
    const code = codeIn(await (await worker.post(site, { ...told, token, step: 'send' })).text())
    await expectNothingTold(await worker.post(site, { ...told, wish: '别的', token, step: 'send' }), code)
    later(61)
    await expectNothingTold(await worker.post(site, { ...told, token, step: 'send' }), code)
  })

  test('elsewhere gets nothing, however soon it comes', async () => {
    const token = await openedToken(visitor(), site)
    const code = codeIn(await (await cookieless().post(site, { ...told, token, step: 'send' })).text())
    expect(code).toHaveLength(16)
    await expectNothingTold(await cookieless().post(site, { ...told, token, step: 'send' }), code)
  })
})

test('two filings in two tabs keep both receipts, in whichever order they are looked at', async () => {
  const worker = visitor()
  const [one, two] = [await openedToken(worker, site), await openedToken(worker, site)]
  const sent = await Promise.all([
    worker.post(site, { ...told, token: one, step: 'send' }),
    worker.post(site, { ...told, story: '另一件事', token: two, step: 'send' }),
  ])
  const [first, second] = sent.map((answer) => answer.headers.get('location') ?? '')
  const codeAt = async (address = '') => codeIn(await (await worker.get(address)).text())
  const code = await codeAt(first)
  expect(code).toHaveLength(16)
  const other = await codeAt(second)
  expect(other).toHaveLength(16)
  expect(other).not.toBe(code)
  expect(await codeAt(first)).toBe(code)
})

function fail(): never {
  throw new Error('D1_ERROR: the disk is gone')
}

/** Knows the rules and the form, which an isolate keeps, and nothing of what was sent. */
function deaf(text: string): D1PreparedStatement {
  if (/submissions/.test(text)) fail()
  return env.DB.prepare(text)
}
