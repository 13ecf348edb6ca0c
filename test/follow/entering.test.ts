import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { receiptGroups } from '../../src/cases/receipts.ts'
import type { Limit } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { bindings, onDatabase } from '../support/signed-in.ts'
import { app, clock, phoneOf } from '../support/town/pages.ts'
import { minutes } from '../support/town/times.ts'
import { monday, type Town, town } from '../support/town/town.ts'

const unknown = '2345678923456789'

const limitReceipts = (receipts: Limit) => ({ limits: { ...bindings().limits, receipts } })

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

describe('the receipt field', () => {
  test('takes any case, spaces, hyphens and full-width characters', async () => {
    const { receipt, number } = await here.file()
    const [a, b, c, d] = receiptGroups(receipt)
    const wide = receipt.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    for (const typed of [receipt.toLowerCase(), `${a} ${b}-${c}—${d}`, wide]) {
      const phone = await phoneOf({ receipt: typed })
      expect(await phone.page()).toContain(`第 ${number} 号`)
    }
  })

  test('left empty is asked for', async () => {
    const answer = await browser(app).post(urls.follow, { receipt: ' ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#receipt"')
  })

  test('is on a page that nobody keeps', async () => {
    const answer = await browser(app).get(urls.follow)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    // By it alone whoever mistypes his receipt can come back to the answer.
    const names = answer.headers.getSetCookie().map((line) => line.split('=')[0])
    expect(names).toEqual(['__Host-filer'])
  })
})

describe('right and wrong receipts', () => {
  const shapeOf = (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => name !== 'set-cookie'),
    cookies: answer.headers
      .getSetCookie()
      .map((line) => decodeURIComponent(line).replace(/=[^;]+/, (value) => `=${value.length} characters`)),
  })

  test('are answered alike by form and by link, and neither looks anything up', async () => {
    const { receipt } = await here.file()
    await browser(app).get(urls.follow) // the settings are read once in half a minute
    const session = env.DB.withSession()
    const prepare = vi.spyOn(session, 'prepare')
    const watched = onDatabase(session)
    const ways = [
      (phone: Phone, typed: string) => phone.post(urls.follow, { receipt: typed }),
      (phone: Phone, typed: string) => phone.get(urls.followLink(typed)),
      async (phone: Phone, typed: string) => {
        await phone.get(urls.followLink(typed))
        return pressed(phone)
      },
    ]
    for (const way of ways) {
      const answers = []
      for (const typed of [receipt, unknown]) answers.push(await way(browser(app, watched), typed))
      const [first, ...others] = answers.map(shapeOf)
      expect(first).toMatchObject({ status: 303 })
      for (const other of others) expect(other).toEqual(first)
    }
    expect(prepare).not.toHaveBeenCalled()
  })

  test('leave a cookie that no script reads and that holds no receipt', async () => {
    const { receipt } = await here.file()
    const typed = await browser(app).post(urls.follow, { receipt })
    const followed = await browser(app).get(urls.followLink(receipt))
    for (const [answer, seconds] of [
      [typed, 1800],
      [followed, 600],
    ] as const) {
      const [cookie = ''] = answer.headers.getSetCookie()
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
      expect(cookie).toContain(`; Max-Age=${seconds}`)
      expect(cookie).not.toContain(receipt)
    }
  })

  test('nothing is found for a wrong one, which is said once, with what was typed to put right', async () => {
    const phone = browser(app)
    await phone.post(urls.follow, { receipt: '2345-6789 2345-6788' })
    const answer = await phone.get(urls.follow)
    expect(answer.status).toBe(404)
    const page = await answer.text()
    expect(page).toContain('没有找到这个查询码')
    expect(page).toContain('value="2345-6789 2345-6788"')
    const next = await phone.get(urls.follow)
    expect(next.status).toBe(200)
    expect(await next.text()).not.toContain('6788')
  })

  test('a right one leaves nothing of what was typed on the phone', async () => {
    const { receipt } = await here.file()
    const phone = browser(app)
    const [, sealed = ''] = (await phone.post(urls.follow, { receipt })).headers.getSetCookie()
    expect(sealed).toMatch(/^typed=.*; Max-Age=60; Path=\/follow; HttpOnly/)
    expect(sealed).not.toContain(receipt)
    expect(await (await phone.get(urls.follow)).text()).not.toContain(receipt)
    expect(phone.cookies.has('typed')).toBe(false)
  })

  test('a cookie that was tampered with opens nothing', async () => {
    const { receipt, number } = await here.file()
    const phone = await phoneOf({ receipt })
    const [name, value = ''] = [...phone.cookies].find(([key]) => key === 'receipt') ?? []
    phone.cookies.set(
      name ?? '',
      value.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
    )
    const page = await phone.page()
    expect(page).not.toContain(`第 ${number} 号`)
  })

  test('tried too often are refused alike, before anything is hashed', async () => {
    const { receipt } = await here.file()
    const limited = limitReceipts(async () => false)
    const right = await browser(app, limited).post(urls.follow, { receipt })
    const wrong = await browser(app, limited).post(urls.follow, { receipt: unknown })
    const link = await browser(app, limited).get(urls.followLink(receipt))
    for (const answer of [right, wrong, link]) expect(answer.headers.get('retry-after')).toBe('60')
    for (const answer of [right, wrong, link])
      expect(shapeOf(answer)).toMatchObject({ status: 429, cookies: [] })
    const told = async (answer: Response, typed: string) => (await answer.text()).replaceAll(typed, '')
    expect(await told(right, receipt)).toBe(await told(wrong, unknown))
  })

  test('the limit counts a keyed hash, never the address', async () => {
    const keys: string[] = []
    const limit = async (key: string) => {
      keys.push(key)
      return true
    }
    const address = '203.0.113.7'
    const init = { headers: { 'cf-connecting-ip': address } }
    await app.request(urls.followLink(unknown), init, bindings(limitReceipts(limit)))
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('what cannot be a receipt is told at once, and stays in its field:', () => {
  test.each([
    ['查询码：C23F GH45 JM67', 422, '少了 4 个字符'],
    ['C23F GH45 JM67 PQ89 2', 422, '多了 1 个字符'],
    ['C23F GH45 JM67 PQ8O', 422, '查询码里不会有 O'],
    ['打给我', 422, '没有看到查询码'],
  ])('%s', async (typed, status, said) => {
    const answer = await browser(app).post(urls.follow, { receipt: typed })
    expect(answer.status).toBe(status)
    const page = await answer.text()
    expect(page).toContain(said)
    expect(page).toContain(`value="${typed}"`)
  })

  test('in a link that was copied in part, too', async () => {
    const answer = await browser(app).get(urls.followLink('C23FGH45JM67'))
    expect(answer.status).toBe(404)
    const page = await answer.text()
    for (const said of ['少了 4 个字符', 'value="C23FGH45JM67"']) expect(page).toContain(said)
  })
})

describe('a link with a receipt', () => {
  test('opens nothing by itself: it leads to a page with one button, whose address holds no receipt', async () => {
    const { receipt, number } = await here.file()
    const phone = browser(app)
    const answer = await phone.get(urls.followLink(receipt))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.followOpening])
    const page = await (await phone.get(urls.followOpening)).text()
    expect(page.match(/<form method="post"/g)).toHaveLength(1)
    expect(page).not.toContain(receipt)
    expect(await (await phone.get(urls.follow)).text()).not.toContain(`第 ${number} 号`)
    expect((await pressed(phone)).status).toBe(303)
    expect(await (await phone.get(urls.follow)).text()).toContain(`第 ${number} 号`)
  })

  test('from elsewhere never switches an open case, and says what its button would do', async () => {
    const mine = await here.file()
    const phone = await phoneOf(mine)
    await phone.get(urls.followLink((await here.file()).receipt))
    expect(await phone.page()).toContain(`第 ${mine.number} 号`)
    expect(await (await phone.get(urls.followOpening)).text()).toContain('打开这一件就会换过去')
    await phone.post(urls.followMessages, { token: 'a', message: 'Call me: 13800000000' })
    expect(await phone.page()).toContain('Call me: 13800000000')
  })

  test('opens by its button the case of its own page, and not of a link that was followed after it', async () => {
    const [one, two] = [await here.file(), await here.file()]
    const phone = browser(app)
    await phone.get(urls.followLink(one.receipt))
    const first = ofIn(await (await phone.get(urls.followOpening)).text())
    await phone.get(urls.followLink(two.receipt))
    const answer = await phone.post(urls.followOpening, { of: first })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('又打开了另一个链接')
    expect(phone.cookies.has('receipt')).toBe(false)
  })

  test('is forgotten on a borrowed phone once the worker leaves, opened or not', async () => {
    const phone = browser(app)
    await phone.get(urls.followLink((await here.file()).receipt))
    await phone.post(urls.followExit)
    const answer = await phone.get(urls.followOpening)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.follow])
    expect([...phone.cookies.keys()]).toEqual([])
  })

  test('waits ten minutes for its button', async () => {
    const phone = browser(app)
    await phone.get(urls.followLink((await here.file()).receipt))
    clock.now = minutes(11)
    expect((await phone.get(urls.followOpening)).headers.get('location')).toBe(urls.follow)
  })
})

describe('a visit', () => {
  test('ends after thirty quiet minutes, and slides while the page is used', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    clock.now = minutes(25)
    expect(await phone.page()).toContain('下一步')
    clock.now = minutes(50)
    expect(await phone.page()).toContain('下一步')
    clock.now = minutes(81)
    expect(await phone.page()).toContain('查询码')
    expect(await phone.page()).not.toContain('下一步')
  })

  test('ends when the worker leaves', async () => {
    const phone = await phoneOf(await here.file())
    const answer = await phone.post(urls.followExit)
    expect(answer.status).toBe(303)
    expect(await (await phone.get(answer.headers.get('location') ?? '')).text()).toContain('已经退出')
    expect(phone.cookies.has('receipt')).toBe(false)
  })

  test('is followed by no preview: the link alone marks nothing as read', async () => {
    const held = await here.file()
    await here.reach(held, 'replied')
    await browser(app).get(urls.followLink(held.receipt))
    expect((await here.asWorker(held)).reply?.readAt).toBeNull()
    await (await phoneOf(held)).page()
    expect((await here.asWorker(held)).reply?.readAt).toEqual(monday)
  })
})

type Phone = ReturnType<typeof browser>

const ofIn = (page: string) => /name="of" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** Presses the button of the page that a link leads to. */
async function pressed(phone: Phone) {
  return phone.post(urls.followOpening, { of: ofIn(await (await phone.get(urls.followOpening)).text()) })
}
