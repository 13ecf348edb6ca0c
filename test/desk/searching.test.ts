import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changedCases } from '../../src/db/tables/changes.ts'
import { indexCases } from '../../src/search/indexing.ts'
import { query, urls } from '../../src/urls.ts'
import { wordIndex } from '../search/word-index.ts'
import { emptySearch } from '../support/emptying.ts'
import { replacing } from '../support/replacing.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { type Held, monday, succeeded } from '../support/town/town.ts'
import { here, open, see } from './desk.ts'

beforeAll(open)
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
  await emptySearch(env.SEARCH)
})

async function filed(story: string, changes = {}): Promise<Held> {
  const held = await here.file({ answers: { matter: 'wages', story }, ...changes })
  await indexCases({ ...here.scene, ...wordIndex }, [held.id])
  return held
}

/** What a person sees who looks for something, and at which address. */
async function looksFor(person: string, fields: Record<string, string>) {
  const phone = await at(person)
  const sent = await phone.post(urls.deskSearch, fields)
  const to = sent.headers.get('location')
  const shown = to ? await phone.get(to) : sent
  const html = await shown.text()
  const ids = [...html.matchAll(/class="what" href="\/desk\/cases\/([^"]+)"/g)].map(([, id]) => id)
  return { status: sent.status, to, html, text: read(html), ids }
}

describe('the box above the lists', () => {
  test('leads to the case of a number, as far as he sees it', async () => {
    const { number, id } = await filed('押金没退')
    expect((await see('officer', urls.deskCases)).text).toContain(`action="${urls.deskSearch}"`)
    expect((await looksFor('officer', { words: `第 ${number} 号` })).to).toBe(urls.deskCase(id))
    expect((await looksFor('stranger', { words: `${number}` })).text).toContain('没有找到')
  })

  test('finds words, and shows where they stand', async () => {
    const held = await filed('八月进厂，交了押金 ５００ 元，没退')
    await filed('九月的工资没有发')
    const found = await looksFor('officer', { words: '押金 500' })
    expect(found.ids).toEqual([held.id])
    expect(found.html).toContain('交了<mark>押金</mark>')
    expect(found.html).toContain('<mark>５００</mark>')
  })

  test('tells a worker’s words from marks of the page', async () => {
    const held = await filed('<b>押金</b>没退')
    const found = await looksFor('officer', { words: '押金' })
    expect(found.ids).toEqual([held.id])
    expect(found.html).toContain('&lt;b&gt;<mark>押金</mark>&lt;/b&gt;没退')
  })
})

test('what stands in a message leads to its case, and says where it stands', async () => {
  const held = await filed('九月的事')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: '我有工资条', key: '1' }))
  await indexCases({ ...here.scene, ...wordIndex }, [held.id])
  await here.db.delete(changedCases)
  const { ids, text } = await looksFor('officer', { words: '工资' })
  expect(ids).toEqual([held.id])
  expect(text).toContain('九月的事')
  expect(text).toContain('在留言、答复、办理理由或备注里找到')
})

describe('what was looked for', () => {
  test('stands in no address, and opens for nobody else', async () => {
    await filed('押金没退')
    const { to } = await looksFor('officer', { words: '押金' })
    expect(to).toMatch(/^\/desk\/search\?asked=[\w.%]+$/)
    expect(decodeURIComponent(to ?? '')).not.toContain('押金')
    expect((await see('officer', to ?? '')).text).toContain('value="押金"')
    const { text } = await see('chair', to ?? '')
    expect(text).not.toContain('押金')
    expect((await see('officer', `${urls.deskSearch}?asked=made.up`)).status).toBe(200)
  })

  test('stays in its fields, with all it is narrowed by', async () => {
    const held = await filed('押金没退')
    const found = await looksFor('officer', {
      words: '押金',
      category: 'wages',
      state: 'triage',
      from: '2026年9月',
      to: '20260921',
      employer: '制衣',
      site: codes.grievance.toLowerCase(),
    })
    expect(found.ids).toEqual([held.id])
    for (const value of ['押金', '2026-09-01', '2026-09-21', '东升制衣有限公司', codes.grievance])
      expect(found.html, value).toContain(`value="${value}"`)
    expect(found.html).toContain('<option value="triage" selected')
    expect((await looksFor('officer', { words: '押金', to: '2026-09-20' })).ids).toEqual([])
    expect((await looksFor('officer', { handler: '李承办' })).ids).toEqual([])
  })

  test.each([
    [{}, '写上要查的编号或字'],
    [{ words: '金' }, '至少写两个连着的字'],
    [{ words: '？！' }, '至少写两个连着的字'],
    [{ words: '字'.repeat(61) }, '一次最多查 60 个字'],
    [{ words: '押金', from: '国庆节' }, '写成年月日'],
    [{ words: '押金', from: '2026-09-21', to: '2026-09-20' }, '要在“从哪天提交的”之后'],
    [{ words: '押金', employer: '没有这家' }, '没有企业的名称里有这些字'],
    [{ words: '押金', employer: '东升' }, '东升制衣有限公司、东升物流有限公司'],
    [{ words: '押金', handler: '没有此人' }, '没有叫这个名字的人'],
    [{ words: '押金', site: '一号门' }, '点位编号有五个字符'],
  ] as [Record<string, string>, string][])('%j is given back with what is wrong', async (fields, why) => {
    const phone = await at('officer')
    const page = await phone.post(urls.deskSearch, fields)
    expect(page.status).toBe(422)
    const html = await page.text()
    expect(html).toContain(why)
    for (const value of Object.values(fields)) expect(html).toContain(`value="${value}"`)
  })
})

test('nothing found says what was searched, and what never is', async () => {
  const { text } = await looksFor('officer', { words: '押金' })
  expect(text).toContain('没有找到')
  expect(text).toContain('查过的有：职工填写的内容')
  expect(text).toContain('从来不查的有：职工的姓名和电话')
})

test('a page holds ten, and leads to the next and back', async () => {
  const all: Held[] = []
  for (let count = 0; count < 12; count += 1) all.push(await filed('押金'))
  const first = await looksFor('officer', { words: '押金' })
  expect(first.ids).toHaveLength(10)
  const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  for (const { id } of all) expect(next).not.toContain(id)
  const second = await see('officer', next)
  expect(second.text.match(/class="what"/g)).toHaveLength(2)
  expect(second.text).toContain('回到第一页')
})

test('where the index is broken the page says so, and cases go on', async () => {
  const held = await filed('押金')
  const search = replacing(env.SEARCH, { batch: () => Promise.reject(new Error('locked')) })
  const phone = await at('officer', { search })
  const sent = await phone.post(urls.deskSearch, { words: '押金' })
  const page = await phone.get(sent.headers.get('location') ?? '')
  expect(page.status).toBe(200)
  expect(read(await page.text())).toContain('按内容查找暂时用不了')
  for (const address of [urls.deskCases, urls.deskCase(held.id), urls.deskCases + query({ show: 'triage' })])
    expect((await phone.get(address)).status).toBe(200)
})
