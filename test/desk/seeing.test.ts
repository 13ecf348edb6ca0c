import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'
import { app, caseNow, given, later, press, see, settle } from './town.ts'

beforeAll(settle)

describe('who sees a case', () => {
  const statuses = async (person: string, id: string) => [
    (await see(person, urls.deskCase(id))).status,
    (await press(person, id, 'note', { reason: '看看' })).status,
  ]

  test('a person of another township cannot tell it from one that is not there', async () => {
    const id = await given()
    expect(await statuses('west', id)).toEqual([404, 404])
    const there = await see('west', urls.deskCase(id))
    const nowhere = await see('west', urls.deskCase('nowhere'))
    expect(there.text.replaceAll(id, '')).toBe(nowhere.text.replaceAll('nowhere', ''))
    expect((await see('west', urls.deskCases)).text).not.toContain(urls.deskCase(id))
  })

  test('the unit sees its cases, but not those filed past it', async () => {
    const own = await given()
    const past = await given({ bypassesUnit: true, orgId: 'town', orgPath: '00010001' })
    expect((await see('unit', urls.deskCase(own))).status).toBe(200)
    expect(await statuses('unit', past)).toEqual([404, 404])
    const { text } = await see('unit', urls.deskCases)
    expect(text).toContain(urls.deskCase(own))
    expect(text).not.toContain(urls.deskCase(past))
  })

  test('a strict case is only for the people named for its category', async () => {
    const id = await given({ category: 'harassment', secrecy: 'strict' })
    expect((await see('duty', urls.deskCase(id))).status).toBe(200)
    expect(await statuses('chair', id)).toEqual([404, 404])
    expect((await see('chair', urls.deskCases)).text).not.toContain(urls.deskCase(id))
  })

  test('a case that becomes strict by acceptance leads him who is not named back to his work', async () => {
    const id = await given()
    const answer = await press('second', id, 'acceptance', { category: 'harassment', workers: '1' })
    expect(answer.to).toBe(`${urls.desk}?done=accept`)
    expect((await see('second', urls.deskCase(id))).status).toBe(404)
  })

  test('who stands aside sees nothing of it any more', async () => {
    const id = await given()
    await press('second', id, 'recusal', { reason: '亲属' })
    expect(await statuses('second', id)).toEqual([404, 404])
    expect((await see('second', `${urls.desk}?done=recuse`)).text).toContain('您已回避')
  })

  test('a handler who stands aside hands it back', async () => {
    const id = await given({
      state: 'investigating',
      handlerId: 'hand',
      holderRole: 'handler',
      holderId: 'hand',
    })
    expect((await press('hand', id, 'stepping-aside', { reason: '亲属' })).to).toBe(
      `${urls.desk}?done=step_aside`,
    )
    expect(await caseNow(id)).toMatchObject({ state: 'accepted', handlerId: null })
    expect((await see('hand', urls.deskCase(id))).status).toBe(404)
  })

  test('an administrator is led to the office and sees no case', async () => {
    const id = await given()
    for (const address of [urls.desk, urls.deskCases]) {
      const { text } = await see('admin', address)
      expect(text).toContain('您的账号不办理诉求件')
      expect(text).toContain(`href="${urls.office}"`)
    }
    expect((await see('admin', urls.deskCase(id))).status).toBe(404)
  })

  test('who is not signed in is led to the sign-in page and back', async () => {
    const answer = await app.request(`${urls.deskCases}?show=late`, {}, bindings())
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fdesk%2Fcases%3Fshow%3Dlate')
  })
})

describe('who the worker is', () => {
  test('is shown for a reason, on that one page, and stands in the history', async () => {
    const id = await given()
    expect((await see('duty', urls.deskCase(id))).text).not.toContain('13800000000')
    expect((await press('duty', id, 'identity')).status).toBe(422)
    const looked = await press('duty', id, 'identity', { reason: '要打电话' })
    expect(looked.status).toBe(200)
    expect(looked.text).toContain('13800000000')
    const after = await see('duty', urls.deskCase(id))
    expect(after.text).not.toContain('13800000000')
    expect(after.text).toContain('要打电话')
  })

  test('is not for those who neither take in nor handle the case', async () => {
    const id = await given()
    expect((await see('chair', urls.deskCase(id))).text).not.toContain('/identity"')
    const answer = await press('chair', id, 'identity', { reason: '想知道' })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('13800000000')
  })
})

describe('lists', () => {
  test('my work is what waits for me, the most pressing first, page by page', async () => {
    for (let n = 0; n < 45; n += 1) {
      await given({
        state: 'sign_off',
        holderRole: 'deputy_chair',
        dueAt: later(45 - n),
        orgPath: '00010001',
      })
    }
    const found: string[] = []
    let address: string | undefined = urls.desk
    let pages = 0
    while (address) {
      const { text } = await see('deputy', address)
      found.push(...[...text.matchAll(/class="what" href="([^"]+)"/g)].map((match) => match[1] ?? ''))
      address = /href="([^"]+)" rel="next"/.exec(text)?.[1]
      pages += 1
    }
    expect(pages).toBe(3)
    expect(found).toHaveLength(45)
    expect(new Set(found).size).toBe(45)
    const due = await Promise.all(
      found.map(async (it) => (await caseNow(it.split('/').at(-1) ?? '')).dueAt?.getTime()),
    )
    expect(due).toEqual(due.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  })

  test('nothing to do is said kindly', async () => {
    expect((await see('other', urls.desk)).text).toContain('现在没有要办的')
  })

  test('cases are filtered by state, category and number', async () => {
    const id = await given({ state: 'mediating', category: 'leave' })
    const { number } = await caseNow(id)
    const addresses = ['?show=mediating', '?show=mediating&category=leave', `?number=${number}`]
    for (const address of addresses)
      expect((await see('duty', urls.deskCases + address)).text).toContain(urls.deskCase(id))
    expect((await see('duty', `${urls.deskCases}?show=closed&category=leave`)).text).toContain(
      '没有符合条件的诉求件',
    )
    expect((await see('west', `${urls.deskCases}?number=${number}`)).text).toContain('没有符合条件的诉求件')
  })
})
