import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptAndDispatch } from '../../src/cases/accepting-and-dispatching.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { grievances } from '../../src/db/tables/grievances.ts'
import { urls } from '../../src/urls.ts'
import { clock, read } from '../support/town/pages.ts'
import { atUnit } from '../support/town/places.ts'
import { type Held, monday, succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(async () => {
  await open()
  await here.person('named', [['duty_officer', 'township']], ['harassment'])
  await here.person('local', [
    ['duty_officer', 'union'],
    ['handler', 'union'],
  ])
})
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
})

const pageFor = async (person: string, held: Pick<Held, 'id'>) =>
  (await see(person, urls.deskCase(held.id))).text
/** What stands between two headings, or from one to the end. */
const between = (text: string, from: string, to: string) => text.split(from)[1]?.split(to)[0] ?? ''
const newsFor = async (person: string, held: Held) =>
  read(between(await pageFor(person, held), 'class="news"', '</section>'))

describe('what is new stands first', () => {
  test('for a handler, how the case came to him', async () => {
    const held = await here.given('accepted')
    await press('officer', held, 'dispatch', { handler: 'handler', reason: '请先核工资表' })
    const text = await pageFor('handler', held)
    expect(await newsFor('handler', held)).toMatch(/新情况 派单 .*王受理.* 请先核工资表 受理/)
    expect(text.indexOf('class="news"')).toBeLessThan(text.indexOf('class="facts"'))
  })

  test('what others did since he last did something, the newest first, and nothing of his own', async () => {
    const held = await here.given('investigating')
    expect(await newsFor('handler', held)).toBe('')
    await press('supervisor', held, 'supervision', { reason: '抓紧' })
    await press('head', held, 'note', { reason: '我问过厂里' })
    expect(await newsFor('handler', held)).toMatch(/内部记录 .* 我问过厂里 督办 .* 抓紧/)
    await press('handler', held, 'message', { body: '明天去厂里', key: 'k' })
    expect(await newsFor('handler', held)).toBe('')
  })

  test('what the worker wrote and nobody read, in his words', async () => {
    const held = await here.given('investigating')
    succeeded(await here.workerDoes(held, 'write_to_union', { body: '厂里今天发了一半', key: 'k' }))
    expect(await newsFor('supervisor', held)).toContain('厂里今天发了一半')
    expect(await newsFor('handler', held)).toContain('厂里今天发了一半')
    expect(await newsFor('handler', held)).toBe('')
  })

  test('a mere reader is told of no news', async () => {
    const held = await here.given('investigating')
    expect(await newsFor('chair', held)).toBe('')
  })
})

test('the remark of whoever sent a draft back stands in the form beside it, until it is submitted anew', async () => {
  const held = await here.given('in_review')
  await press('head', held, 'draft-return', { reason: '写清依据' })
  const form = between(await pageFor('handler', held), 'class="act first"', '</section>')
  expect(read(form)).toMatch(/提交拟答复 .*退回修改 .*陈部长.* 写清依据 .*答复内容/)
  await press('handler', held, 'draft', { body: '第二稿', outcome: 'supported' })
  await press('head', held, 'approval')
  await press('deputy', held, 'signature-refusal', { reason: '再核一次金额' })
  expect(read(between(await pageFor('handler', held), 'class="act first"', '</section>'))).toMatch(
    /不签发，退回修改 .*再核一次金额/,
  )
})

test('the number of a worker is one touch away from ringing', async () => {
  const held = await here.file({ identity: { worker_name: '李娜', worker_phone: '0571-88888888转801' } })
  const shown = await press('officer', held, 'identity', { reason: '要打电话' })
  expect(shown.text).toContain('<a href="tel:057188888888,801">0571-88888888转801</a>')
})

test('beside each who may be given a case stands how many open ones he handles, strict ones left out', async () => {
  await here.given('investigating')
  await here.given('in_review')
  await here.given('closed')
  const held = await here.given('accepted')
  const page = read(await pageFor('officer', held))
  expect(page).toContain('李承办 · 华阳镇总工会 · 手上 2 件')
  expect(page).toContain('孙承办 · 华阳镇总工会 · 手上没有件')
  await here.db.update(cases).set({ secrecy: 'strict' }).where(eq(cases.state, 'in_review'))
  expect(read(await pageFor('officer', held))).toContain('李承办 · 华阳镇总工会 · 手上 1 件')
})

describe('a case is accepted and dispatched in one step', () => {
  const accepted = { category: 'wages', workers: '1', handler: 'handler' }

  test('and the page says both', async () => {
    const held = await here.file()
    expect(await pageFor('officer', held)).toMatch(/name="acceptance-handler" value="handler"/)
    const answer = await press('officer', held, 'acceptance', accepted)
    expect(await here.caseOf(held)).toMatchObject({ state: 'dispatched', handlerId: 'handler' })
    expect((await here.historyOf(held)).slice(-2)).toMatchObject([
      { action: 'accept' },
      { action: 'dispatch' },
    ])
    expect(read((await see('officer', answer.to ?? '')).text)).toContain('已受理。已派单。')
  })

  test('or only accepted, where nobody is chosen', async () => {
    const held = await here.file()
    await press('officer', held, 'acceptance', { ...accepted, handler: '' })
    expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', handlerId: null })
  })

  test('a second tap does neither again', async () => {
    const held = await here.file()
    const turn = String((await here.caseOf(held)).turn)
    const [first, second] = [
      await press('officer', held, 'acceptance', { ...accepted, turn }),
      await press('officer', held, 'acceptance', { ...accepted, turn }),
    ]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.to).toBe(first.to)
    const actions = (await here.historyOf(held)).map(({ action }) => action)
    expect(actions.filter((it) => it === 'accept' || it === 'dispatch')).toEqual(['accept', 'dispatch'])
  })

  test('where the new category takes it out of that handler’s sight, it is accepted and the page says what is left', async () => {
    const held = await here.file(atUnit)
    const answer = await press('local', held, 'acceptance', {
      ...accepted,
      category: 'leave',
      handler: 'stranger',
    })
    expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', handlerId: null })
    const page = read((await see('local', answer.to ?? '')).text)
    expect(page).toContain('已受理。 还没有派出去')
    expect(page).not.toContain('已派单。')
  })

  test('where it leaves his own sight he is led back to his work, and it is accepted all the same', async () => {
    const held = await here.file(atUnit)
    const answer = await press('local', held, 'acceptance', { ...accepted, handler: 'local' })
    expect(answer.to).toBe(`${urls.desk}?done=accept`)
    expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', orgId: 'township', handlerId: null })
  })

  test('whoever comes between the two steps is not overrun', async () => {
    const held = await here.file()
    const subject = await here.load('officer', held)
    const { turn } = subject.case
    succeeded(await here.does('officer', held, 'accept', { category: 'wages' }))
    succeeded(await here.does('secondOfficer', held, 'dispatch', { handlerId: 'otherHandler' }))
    const input = { turn, category: 'wages' as const, handlerId: 'handler' }
    expect(await acceptAndDispatch(here.scene, here.people.officer, subject, input)).toMatchObject({
      ok: true,
    })
    expect(await here.caseOf(held)).toMatchObject({ state: 'dispatched', handlerId: 'otherHandler' })
  })

  test('who was overtaken before the first step takes neither', async () => {
    const held = await here.file()
    const turn = String((await here.caseOf(held)).turn)
    await press('secondOfficer', held, 'question', { reason: '哪个月？' })
    const answer = await press('officer', held, 'acceptance', { ...accepted, turn })
    expect(answer.status).toBe(409)
    expect(await here.caseOf(held)).toMatchObject({ state: 'needs_info', handlerId: null })
  })

  test('a township is not offered to dispatch what the federation must decide about', async () => {
    const held = await here.file()
    await here.db.update(grievances).set({ dispatches: 2 })
    expect(await pageFor('officer', held)).not.toContain('acceptance-handler')
    expect(await pageFor('countyOfficer', held)).toContain('acceptance-handler')
  })
})

describe('the danger that who accepts a case sees', () => {
  const box = { category: 'wages', workers: '1', danger: 'yes' }

  test('is declared with it: the worker is to be met in two hours, and all who have to know are told', async () => {
    const held = await here.file()
    await press('officer', held, 'acceptance', box)
    expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', danger: true })
    const contact = (await here.dutiesOf(held)).find(({ kind }) => kind === 'contact')
    expect(contact?.dueAt).toEqual(new Date(monday.getTime() + 2 * 3_600_000))
    const told = (await here.notices())
      .filter(({ kind }) => kind === 'urgent_case')
      .map(({ recipient }) => recipient)
    expect(told).toEqual(
      expect.arrayContaining(['officer', 'chair', 'supervisor'].map((it) => `${it}@union.example`)),
    )
  })

  test('is not taken back by him', async () => {
    const held = await here.file()
    await here.person('officerAndHead', [
      ['duty_officer', 'township'],
      ['department_head', 'township'],
    ])
    await press('officerAndHead', held, 'acceptance', box)
    expect((await press('officerAndHead', held, 'danger-end', { reason: '过去了' })).status).toBe(403)
    expect((await press('chair', held, 'danger-end', { reason: '过去了' })).status).toBe(303)
  })

  test('goes with the handler who is chosen in the same step', async () => {
    const held = await here.file()
    await press('officer', held, 'acceptance', { ...box, handler: 'handler' })
    expect(await here.caseOf(held)).toMatchObject({ state: 'dispatched', danger: true, handlerId: 'handler' })
  })

  test('is not asked about where it is known', async () => {
    const held = await here.file({ category: 'safety' })
    expect(await pageFor('officer', held)).not.toContain('acceptance-danger')
    expect(await pageFor('officer', await here.file())).toContain('acceptance-danger')
  })
})

describe('what a page offers first', () => {
  const titlesOf = (html: string) =>
    [...html.matchAll(/<(?:h3|summary)>([^<]+)</g)].map(([, title]) => title ?? '')
  const offers = async (person: string, held: Held) => {
    const text = between(await pageFor(person, held), 'id="acts"', '</form>')
    const [usual = '', rare = ''] = text.split('class="rare"')
    const first = /class="act first"><h3>([^<]+)</.exec(usual)?.[1]
    return { first, usual: titlesOf(usual), rare: titlesOf(rare).slice(1) }
  }

  test('is what is his turn; what undoes something is folded at the end', async () => {
    const held = await here.given('dispatched')
    const { first, usual, rare } = await offers('handler', held)
    expect(first).toBe('签收')
    expect(usual).not.toContain('退回')
    expect(rare).toEqual(['退回', '回避并交回'])
    const text = between(await pageFor('handler', held), 'class="rare"', '</form>')
    expect(text).not.toContain('class="button"')
  })

  test('is nothing where it is not his turn, however much he may do', async () => {
    const held = await here.given('investigating')
    const { first, usual, rare } = await offers('head', held)
    expect(first).toBeUndefined()
    expect(rare).toContain('换承办人')
    expect(usual).not.toContain('换承办人')
    expect((await offers('chair', held)).rare).toContain('延期')
  })

  test('is the request that somebody made of him', async () => {
    const held = await here.given('investigating')
    await press('handler', held, 'extension-request', { days: '10', reason: '等鉴定' })
    const { usual, rare } = await offers('chair', held)
    expect(usual).toEqual(expect.arrayContaining(['延期', '不同意延期']))
    expect(rare).not.toContain('延期')
  })

  test('never is the end of a case, standing open', async () => {
    const held = await here.file()
    await press('officer', held, 'decline-proposal', { reason: '不是工会的事', channel: '法院' })
    const { first, usual } = await offers('head', held)
    expect(first).toBeUndefined()
    expect(usual.slice(0, 2)).toEqual(['同意不予受理', '不同意，应当受理'])
    expect((await offers('head', await here.given('withdrawn'))).first).toBeUndefined()
  })

  test('comes back open with its words, folded or not', async () => {
    const held = await here.given('dispatched')
    const answer = await press('handler', held, 'stepping-aside', { reason: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/<details class="rare" open/)
  })
})
