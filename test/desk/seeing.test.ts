import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'
import { app } from '../support/town/pages.ts'
import { atUnit, pathOf } from '../support/town/places.ts'
import { days } from '../support/town/times.ts'
import { type Held, succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(async () => {
  await open()
  await here.person('unit', [['supervisor', 'union']])
  await here.person('named', [['duty_officer', 'township']], ['harassment'])
})

describe('who sees a case', () => {
  const statuses = async (person: string, held: Held) => [
    (await see(person, urls.deskCase(held.id))).status,
    (await press(person, held, 'note', { reason: '看看' })).status,
  ]

  test('a person of another township cannot tell it from one that is not there', async () => {
    const held = await here.file()
    expect(await statuses('stranger', held)).toEqual([404, 404])
    const there = await see('stranger', urls.deskCase(held.id))
    const nowhere = await see('stranger', urls.deskCase('nowhere'))
    expect(there.text.replaceAll(held.id, '')).toBe(nowhere.text.replaceAll('nowhere', ''))
    expect((await see('stranger', urls.deskCases)).text).not.toContain(urls.deskCase(held.id))
  })

  test('the unit sees its cases, but not those filed past it', async () => {
    const own = await here.file(atUnit)
    const past = await here.file({ ...atUnit, bypassesUnit: true })
    expect((await see('unit', urls.deskCase(own.id))).status).toBe(200)
    expect(await statuses('unit', past)).toEqual([404, 404])
    const { text } = await see('unit', urls.deskCases)
    expect(text).toContain(urls.deskCase(own.id))
    expect(text).not.toContain(urls.deskCase(past.id))
  })

  test('a strict case is only for the people named for its category', async () => {
    const held = await here.file({ category: 'harassment' })
    expect((await see('named', urls.deskCase(held.id))).status).toBe(200)
    expect(await statuses('chair', held)).toEqual([404, 404])
    expect((await see('chair', urls.deskCases)).text).not.toContain(urls.deskCase(held.id))
  })

  test('a case that becomes strict by acceptance leads him who is not named back to his work', async () => {
    const held = await here.file()
    const answer = await press('secondOfficer', held, 'acceptance', { category: 'harassment', workers: '1' })
    expect(answer.to).toBe(`${urls.desk}?done=accept`)
    expect((await see('secondOfficer', urls.deskCase(held.id))).status).toBe(404)
  })

  test('who stands aside sees nothing of it any more', async () => {
    const held = await here.file()
    await press('secondOfficer', held, 'recusal', { reason: '亲属' })
    expect(await statuses('secondOfficer', held)).toEqual([404, 404])
    expect((await see('secondOfficer', `${urls.desk}?done=recuse`)).text).toContain('您已回避')
  })

  test('a handler who stands aside hands it back', async () => {
    const held = await here.given('investigating')
    expect((await press('handler', held, 'stepping-aside', { reason: '亲属' })).to).toBe(
      `${urls.desk}?done=step_aside`,
    )
    expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', handlerId: null })
    expect((await see('handler', urls.deskCase(held.id))).status).toBe(404)
  })

  test('an administrator is led to the office and sees no case', async () => {
    const held = await here.file()
    for (const address of [urls.desk, urls.deskCases]) {
      const { text } = await see('administrator', address)
      expect(text).toContain('您的账号不办理诉求件')
      expect(text).toContain(`href="${urls.office}"`)
    }
    expect((await see('administrator', urls.deskCase(held.id))).status).toBe(404)
  })

  test('who is not signed in is led to the sign-in page and back', async () => {
    const answer = await app.request(`${urls.deskCases}?show=late`, {}, bindings())
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fdesk%2Fcases%3Fshow%3Dlate')
  })
})

describe('who the worker is', () => {
  test('is shown for a reason, on that one page, and stands in the history', async () => {
    const held = await here.file()
    expect((await see('officer', urls.deskCase(held.id))).text).not.toContain('13800000000')
    expect((await press('officer', held, 'identity')).status).toBe(422)
    const looked = await press('officer', held, 'identity', { reason: '要打电话' })
    expect(looked.status).toBe(200)
    expect(looked.text).toContain('13800000000')
    const after = await see('officer', urls.deskCase(held.id))
    expect(after.text).not.toContain('13800000000')
    expect(after.text).toContain('要打电话')
  })

  test('of a report is sealed, which the page says to everybody', async () => {
    const held = await here.file({ mode: 'report' })
    for (const who of ['officer', 'countyOfficer'] as const) {
      const page = (await see(who, urls.deskCase(held.id))).text
      expect(page).toContain('姓名和电话是封存的')
      expect(page).not.toContain('/identity"')
      expect((await press(who, held, 'identity', { reason: '要打电话' })).status).toBe(403)
    }
  })

  test('of a report that its worker opened is for the federation alone, and below it the page says why', async () => {
    const held = await here.file({ mode: 'report' })
    succeeded(await here.workerDoes(held, 'open_identity', { receipt: held.receipt }))
    const below = (await see('officer', urls.deskCase(held.id))).text
    expect(below).toContain('这是举报，职工是谁只有县总工会能看，所以这里没有查看的按钮。')
    expect(below).not.toContain('/identity"')
    expect((await press('officer', held, 'identity', { reason: '要打电话' })).status).toBe(403)
    const above = (await see('countyOfficer', urls.deskCase(held.id))).text
    expect(above).not.toContain('没有查看的按钮')
    expect(above).toContain('/identity"')
    const complaint = await here.file()
    expect((await see('officer', urls.deskCase(complaint.id))).text).not.toContain('没有查看的按钮')
  })

  test('is not for those who neither take in nor handle the case', async () => {
    const held = await here.file()
    expect((await see('chair', urls.deskCase(held.id))).text).not.toContain('/identity"')
    const answer = await press('chair', held, 'identity', { reason: '想知道' })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('13800000000')
  })
})

describe('lists', () => {
  const elsewhere = { orgId: 'elsewhereUnion', orgPath: pathOf('elsewhereUnion'), enterpriseId: null }

  test('my work is what waits for me, the most pressing first, page by page', async () => {
    for (let n = 0; n < 45; n += 1) {
      await here.at(days(-n)).file(elsewhere)
    }
    const found: string[] = []
    let address: string | undefined = urls.desk
    let pages = 0
    while (address) {
      const { text } = await see('stranger', address)
      found.push(...[...text.matchAll(/class="what" href="([^"]+)"/g)].map((match) => match[1] ?? ''))
      address = /href="([^"]+)" rel="next"/.exec(text)?.[1]
      pages += 1
    }
    expect(pages).toBe(3)
    expect(found).toHaveLength(45)
    expect(new Set(found).size).toBe(45)
    const due = await Promise.all(
      found.map(async (it) => (await here.caseOf({ id: it.split('/').at(-1) ?? '' })).dueAt?.getTime()),
    )
    expect(due).toEqual(due.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  })

  test('nothing to do is said kindly', async () => {
    expect((await see('otherHandler', urls.desk)).text).toContain('现在没有要办的')
  })

  test('cases are filtered by state, category and number', async () => {
    const held = await here.given('mediating', { category: 'leave' })
    const { number } = held
    const addresses = ['?show=mediating', '?show=mediating&category=leave', `?number=${number}`]
    for (const address of addresses)
      expect((await see('officer', urls.deskCases + address)).text).toContain(urls.deskCase(held.id))
    expect((await see('officer', `${urls.deskCases}?show=closed&category=leave`)).text).toContain(
      '没有符合条件的诉求件',
    )
    expect((await see('stranger', `${urls.deskCases}?number=${number}`)).text).toContain(
      '没有符合条件的诉求件',
    )
  })
})

test('the headings of the form speak of the worker, not to the cadre', async () => {
  const held = await here.file({ answers: { story: 'No wages.', agreed: true } })
  const { text } = await see('officer', urls.deskCase(held.id))
  const headings = [...text.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, title]) => title)
  expect(headings).toContain('联系方式')
})
