import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { minutes } from '../support/town/times.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

type Phone = Awaited<ReturnType<typeof phoneOf>>

/** What the page offers in place of the receipt, and what its form carries. */
async function offered(phone: Phone) {
  const page = await (await phone.get(urls.followReceipt)).text()
  const receipt = [...page.matchAll(/<span>([2-9CFGHJMPQRVWX]{4}) <\/span>/g)].map((it) => it[1]).join('')
  const [, of = ''] = /name="of" value="([^"]+)"/.exec(page) ?? []
  return { receipt, form: { of, last: receipt.slice(-4) } }
}

const replace = (phone: Phone, form: Record<string, string>) => phone.post(urls.followReceipt, form)

const replacements = async (held: Held) =>
  (await here.historyOf(held)).filter(({ action }) => action === 'replace_receipt')

async function opens(held: Held, receipt: string): Promise<boolean> {
  const page = await (await phoneOf({ receipt })).page()
  return page.includes(`第 ${held.number} 号`)
}

describe('a worker replaces his receipt', () => {
  test('the new one opens the case, the old one nothing, and his history says so', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const { receipt, form } = await offered(phone)
    expect(receipt).toHaveLength(16)
    const answer = await replace(phone, { ...form, last: form.last.toLowerCase() })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/follow?done=receipt'])
    const page = read(await (await phone.get('/follow?done=receipt')).text())
    expect(page).toContain('查询码已经换好')
    expect(page).toContain('您换了查询码')
    expect(await opens(held, receipt)).toBe(true)
    expect(await opens(held, held.receipt)).toBe(false)
  })

  test.each(['closed', 'withdrawn', 'received', 'done'] as const)('also of a case in %s', async (state) => {
    const held = await here.given(state)
    const phone = await phoneOf(held)
    const { receipt, form } = await offered(phone)
    expect((await replace(phone, form)).status).toBe(303)
    expect(await opens(held, receipt)).toBe(true)
    expect((await here.caseOf(held)).state).toBe(state)
  })

  test('a name that the old one sealed needs the old one, and a wrong one replaces nothing', async () => {
    const held = await here.file({ sealed: true })
    const phone = await phoneOf(held)
    const { receipt, form } = await offered(phone)
    const wrong = await replace(phone, { ...form, receipt: 'WR72QCPX5C229HCX' })
    expect(wrong.status).toBe(422)
    expect(read(await wrong.text())).toContain('这不是这件事的查询码')
    expect(await opens(held, held.receipt)).toBe(true)
    expect((await replace(phone, { ...form, receipt: held.receipt })).status).toBe(303)
    expect(await opens(held, receipt)).toBe(true)
  })

  test('the old one holds until he has typed the end of the new one', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const { receipt, form } = await offered(phone)
    for (const last of ['', '2222']) {
      const answer = await replace(phone, { ...form, last })
      expect(answer.status).toBe(422)
      expect(read(await answer.text())).toContain(receipt.match(/.{4}/g)?.join(' '))
    }
    expect(await opens(held, receipt)).toBe(false)
    expect(await opens(held, held.receipt)).toBe(true)
  })

  test('loading the page again shows the same new one', async () => {
    const phone = await phoneOf(await here.file())
    expect(await offered(phone)).toEqual(await offered(phone))
  })

  test.each(['one after the other', 'in the same moment'])('two taps %s replace it once', async (how) => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const { receipt, form } = await offered(phone)
    const taps =
      how === 'in the same moment'
        ? await Promise.all([replace(phone, form), replace(phone, form)])
        : [await replace(phone, form), await replace(phone, form)]
    expect(taps.map((it) => it.headers.get('location'))).toEqual([
      '/follow?done=receipt',
      '/follow?done=receipt',
    ])
    expect(await replacements(held)).toHaveLength(1)
    expect(await opens(held, receipt)).toBe(true)
  })

  test('when the answer is lost, the next page of the same visit shows the case, and a retry is done', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const { receipt, form } = await offered(phone)
    const before = new Map(phone.cookies)
    const lose = () => {
      phone.cookies.clear()
      for (const [name, value] of before) phone.cookies.set(name, value)
    }
    await replace(phone, form)
    lose()
    expect(await phone.page()).toContain(`第 ${held.number} 号`)
    lose()
    expect((await replace(phone, form)).headers.get('location')).toBe('/follow?done=receipt')
    expect(await replacements(held)).toHaveLength(1)
    clock.now = minutes(60)
    expect(await opens(held, receipt)).toBe(true)
  })

  test('a page that shows another one than is offered by now replaces nothing, and shows the one that is', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const stale = await offered(phone)
    const other = await phoneOf(held)
    const theirs = await offered(other)
    expect(theirs.receipt).not.toBe(stale.receipt)
    await replace(other, theirs.form)
    await phone.post(urls.follow, { receipt: theirs.receipt })
    const answer = await replace(phone, stale.form)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('还没有换成')
    expect(await opens(held, stale.receipt)).toBe(false)
    expect(await opens(held, theirs.receipt)).toBe(true)
  })

  test('of two phones at once one replaces it, and the other is told that his does not hold', async () => {
    const held = await here.file()
    const phones = [await phoneOf(held), await phoneOf(held)]
    const offers = await Promise.all(phones.map(offered))
    const answers = await Promise.all(phones.map((phone, at) => replace(phone, offers[at]?.form ?? {})))
    const held_ = await Promise.all(offers.map(({ receipt }) => opens(held, receipt)))
    expect(held_.toSorted()).toEqual([false, true])
    expect(answers.map(({ status }) => status === 303)).toEqual(held_)
  })

  test('twice within a minute, and the last one holds', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const first = await offered(phone)
    await replace(phone, first.form)
    const second = await offered(phone)
    expect(second.receipt).not.toBe(first.receipt)
    await replace(phone, second.form)
    expect(await replacements(held)).toHaveLength(2)
    expect(await opens(held, second.receipt)).toBe(true)
    expect(await opens(held, first.receipt)).toBe(false)
  })
})

describe('whoever knows the old receipt', () => {
  test('is out of the case at once, also in the middle of a visit, and is not told the new one', async () => {
    const held = await here.file()
    const theirs = await phoneOf(held)
    const seen = await offered(theirs)
    const phone = await phoneOf(held)
    const mine = await offered(phone)
    expect(seen.receipt).not.toBe(mine.receipt)
    await replace(phone, mine.form)
    expect(await theirs.page()).not.toContain(`第 ${held.number} 号`)
    const again = await phoneOf(held)
    const answer = await replace(again, mine.form)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain(`<span>${mine.receipt.slice(0, 4)} `)
  })
})

test('a case that is archived has no receipt to replace', async () => {
  const held = await here.given('archived')
  const phone = await phoneOf(held)
  expect(await phone.page()).not.toContain(urls.followReceipt)
  const { form } = await offered(phone)
  expect((await replace(phone, form)).status).toBe(403)
})

test('neither the new receipt nor the old one is in the database', async () => {
  const held = await here.file()
  const phone = await phoneOf(held)
  const { receipt, form } = await offered(phone)
  await replace(phone, form)
  const everything = await here.everything()
  for (const secret of [receipt, held.receipt]) expect(everything).not.toContain(secret)
})
