import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { query, urls } from '../../src/urls.ts'
import { clock, read } from '../support/town/pages.ts'
import { pathOf } from '../support/town/places.ts'
import { type Held, monday, succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(async () => {
  await open()
  await here.person('named', [['duty_officer', 'township']], ['harassment'])
  await here.person('localChair', [['chair', 'township']])
})
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
})

const told = (story: string) => ({ answers: { matter: 'wages', story } })
const at = (show: string, more: Record<string, string> = {}) => urls.deskCases + query({ show, ...more })
const idsAt = async (person: string, address: string) => {
  const { text } = await see(person, address)
  return [...text.matchAll(/class="what" href="\/desk\/cases\/([^"]+)"/g)].map(([, id]) => id)
}

describe('a line of a list', () => {
  test('begins as the worker began to tell, in one line and no more than a list needs', async () => {
    await here.file(told(`九月的工资没有发。\n\n问了三次，${'都说下周。'.repeat(40)}`))
    const { text } = await see('officer', urls.deskCases)
    const story = /<p class="story">([^<]+)</.exec(text)?.[1] ?? ''
    expect(story).toMatch(/^九月的工资没有发。 问了三次，都说下周。/)
    expect(story.length).toBe(81)
    expect(story.endsWith('…')).toBe(true)
    expect((await see('officer', urls.desk)).text).toContain('class="story">九月的工资没有发。')
  })

  test('tells a strict story to nobody but who is named', async () => {
    await here.file({ category: 'harassment', ...told('班长动手动脚') })
    for (const person of ['officer', 'chair', 'supervisor'])
      expect((await see(person, urls.deskCases)).text, person).not.toContain('动手动脚')
    expect((await see('named', urls.deskCases)).text).toContain('动手动脚')
  })

  test('says who has it: a role, a person, the worker, or the reader himself', async () => {
    await here.file()
    const lineFor = async (person: string) => read((await see(person, urls.deskCases)).text)
    expect(await lineFor('chair')).toContain('待受理 · 值班受理员 华阳镇总工会')
    expect(await lineFor('officer')).toContain('待受理 · 轮到您')
    await here.forgetCases()
    await here.given('investigating')
    expect(await lineFor('chair')).toContain('办理中 · 承办人 李承办')
    await here.forgetCases()
    await here.given('needs_info')
    expect(await lineFor('chair')).toContain('待补充 · 等职工')
  })

  test('says in red words that a worker was not reached in time, once and before all else', async () => {
    const held = await here.file()
    clock.now = new Date('2026-09-23T10:00:00+08:00')
    const line = async () => (await see('chair', urls.deskCases)).text
    expect(await line()).toContain('<span class="lamp red unmet">没按时联系职工，已超期 1 天</span>')
    expect(read(await line())).not.toContain('首次联系职工')
    succeeded(
      await here.at(clock.now.toISOString()).does('officer', held, 'write', { body: '您好', key: 'k' }),
    )
    expect(await line()).not.toContain('没按时联系职工')
  })

  test('says how late it is once', async () => {
    const held = await here.file()
    succeeded(await here.does('officer', held, 'write', { body: '您好', key: 'k' }))
    clock.now = new Date('2026-09-24T10:00:00+08:00')
    expect(read((await see('officer', urls.deskCases)).text)).toContain('已超期 2 天 决定是否受理')
  })
})

describe('one touch narrows a list', () => {
  test('to what came this week, the newest first', async () => {
    const old = await here.at('2026-09-10T09:00:00+08:00').file()
    const first = await here.at('2026-09-18T09:00:00+08:00').file()
    const last = await here.file()
    expect(await idsAt('officer', at('new'))).toEqual([last.id, first.id])
    expect(await idsAt('officer', at('open'))).toContain(old.id)
  })

  test('to danger, to what a worker wrote, and to what is supervised', async () => {
    const dangerous = await here.file({ category: 'safety' })
    const written = await here.file()
    const watched = await here.file()
    succeeded(await here.workerDoes(written, 'write_to_union', { body: '还有一件事', key: 'k' }))
    await press('supervisor', watched, 'supervision', { reason: '抓紧' })
    expect(await idsAt('officer', at('danger'))).toEqual([dangerous.id])
    expect(await idsAt('officer', at('unread'))).toEqual([written.id])
    expect(await idsAt('officer', at('supervised'))).toEqual([watched.id])
  })

  test('to what I handle, whoever has it meanwhile, until it ends', async () => {
    const [given, reviewed, ended] = [
      await here.given('investigating'),
      await here.given('in_review'),
      await here.given('closed'),
    ]
    const mine = await idsAt('handler', at('mine'))
    expect(mine.toSorted()).toEqual([given.id, reviewed.id].toSorted())
    expect(mine).not.toContain(ended.id)
    expect(await idsAt('otherHandler', at('mine'))).toEqual([])
    expect((await see('handler', urls.deskCases)).text).toContain(`href="${at('mine')}"`)
    expect((await see('officer', urls.deskCases)).text).not.toContain(`href="${at('mine')}"`)
  })

  test('to what waits for my signature', async () => {
    const held = await here.given('sign_off')
    await here.given('in_review')
    expect(await idsAt('deputy', at('to_sign'))).toEqual([held.id])
    expect(await idsAt('chair', at('to_sign'))).toEqual([])
    expect(await idsAt('officer', at('to_sign'))).toEqual([])
    expect((await see('deputy', urls.deskCases)).text).toContain(`href="${at('to_sign')}"`)
    expect((await see('officer', urls.deskCases)).text).not.toContain(`href="${at('to_sign')}"`)
  })

  test('and the touch that narrowed it is marked', async () => {
    const { text } = await see('officer', at('late'))
    expect(text).toContain(`<a href="${at('late')}" aria-current="true">已超期</a>`)
  })
})

describe('an employer', () => {
  let open: Held
  let ended: Held
  beforeEach(async () => {
    open = await here.file({ enterpriseId: 'works' })
    ended = await here.given('closed', { enterpriseId: 'works' })
    await here.file({ enterpriseId: 'depot' })
  })

  test('is found by a part of its name, and its cases with it, open or ended', async () => {
    expect(await idsAt('officer', at('open', { name: '制衣' }))).toEqual([open.id])
    const { text } = await see('officer', at('open', { name: '制衣' }))
    expect(text).toContain('只看“东升制衣有限公司”的')
    const closed = at('closed', { enterprise: 'works' })
    expect(text).toContain(`href="${closed.replaceAll('&', '&amp;')}"`)
    expect(await idsAt('officer', closed)).toEqual([ended.id])
  })

  test('is chosen from those that are called so', async () => {
    const { text } = await see('officer', at('open', { name: '东升' }))
    expect(text).toContain('不止一家')
    for (const id of ['works', 'depot'])
      expect(text).toContain(`href="${at('open', { enterprise: id }).replaceAll('&', '&amp;')}"`)
    expect(text).not.toContain(urls.deskCase(open.id))
  })

  test('that nobody is called is said to be none', async () => {
    expect((await see('officer', at('open', { name: '没有这家' }))).text).toContain(
      '没有名称里有“没有这家”的企业',
    )
  })

  test('shows nobody a case that he does not see', async () => {
    expect(await idsAt('stranger', at('open', { enterprise: 'works' }))).toEqual([])
    expect(await idsAt('stranger', at('closed', { enterprise: 'works' }))).toEqual([])
    const strict = await here.file({ category: 'harassment', enterpriseId: 'works' })
    expect(await idsAt('officer', at('open', { enterprise: 'works' }))).toEqual([open.id])
    expect(await idsAt('named', at('open', { enterprise: 'works' }))).toContain(strict.id)
  })
})

test('a list of one place shows what is there and below, or there alone, and only to who sees it', async () => {
  const here1 = await here.file()
  const there = await here.file({
    orgId: 'elsewhereUnion',
    orgPath: pathOf('elsewhereUnion'),
    enterpriseId: null,
  })
  const high = await here.file({ orgId: 'federation', orgPath: pathOf('federation'), enterpriseId: null })
  expect(await idsAt('chair', at('open', { under: 'township' }))).toEqual([here1.id])
  expect(await idsAt('chair', at('open', { under: 'elsewhere' }))).toEqual([there.id])
  expect(await idsAt('chair', at('open', { under: 'federation', alone: 'yes' }))).toEqual([high.id])
  expect(await idsAt('officer', at('open', { under: 'elsewhere' }))).toEqual([])
  expect(await idsAt('officer', at('open', { under: 'federation' }))).toEqual([here1.id])
  expect(await idsAt('officer', at('open', { under: 'federation', alone: 'yes' }))).toEqual([])
})
