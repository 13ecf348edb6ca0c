import { env } from 'cloudflare:workers'
import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sites } from '../../src/db/tables/forms.ts'
import { enterprises } from '../../src/db/tables/orgs.ts'
import { openOrCloseForm } from '../../src/forms/opening.ts'
import { addSites } from '../../src/forms/placing-many.ts'
import { mostLines, readBatch } from '../../src/office/sites/batch-table.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged, officeOf, orgOf } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

const creditCode = '91310000MA1FL5YX6M'

let here: Town
let phone: Awaited<ReturnType<typeof at>>
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.db.insert(enterprises).values({
    ...{ id: 'hongda', orgId: 'elsewhereUnion', creditCode, createdAt: monday },
    name: { zh: '宏达电子（望江）有限公司', en: 'Hongda' },
  })
  phone = await at('administrator')
})

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const fields = (html: string, table: string) => ({
  ...{ table, id: hidden(html, 'id'), seen: hidden(html, 'seen') },
})
const added = async () =>
  (await here.db.select().from(sites).where(isNotNull(sites.batch))).map(({ orgId, place, enterpriseId }) =>
    [orgId, enterpriseId, place.zh].join(' '),
  )

/** The page on which a table stands as it is understood. */
async function looked(table: string, org = '') {
  const first = await (await phone.get(urls.officeBatches + query({ org }))).text()
  const answer = await phone.post(urls.officeBatches, { ...fields(first, table), org, step: 'look' })
  return { status: answer.status, html: await answer.text() }
}
const add = async (html: string, table: string, org = '') =>
  await phone.post(urls.officeBatches, { ...fields(html, table), org, step: 'add' })

test.each([
  ['a spreadsheet', '一号门\tGate, east\t东升制衣有限公司\t向工会反映问题'],
  ['commas of either width', '一号门，Gate，东升制衣有限公司,向工会反映问题'],
  ['a table with a head', '表单\t备注\t地点\t企业\n向工会反映问题\t打卡机旁\t一号门\t东升制衣有限公司'],
  ['what nobody sees', '\u202d一号门\u202c，东升制衣有限公司，向工会反映问题'],
])('%s is read as it is meant', (_, table) => {
  const { lines } = readBatch(table)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ place: '一号门', enterprise: '东升制衣有限公司', form: '向工会反映问题' })
})

test('each site of a table falls to the union of its employer, and all are one print job', async () => {
  const table = [
    '仓库	Store	东升制衣有限公司	向工会反映问题',
    `前台		${creditCode.toLowerCase()}	grievance`,
    '后门		宏达电子(望江)有限公司	《向工会反映问题》',
  ].join('\n')
  const { html } = await looked(table)
  expect(read(html)).toContain('可以添加的点位：3 个')
  expect(read(html)).toContain('宏达电子（望江）有限公司 → 宏达电子工会')
  expect(await added()).toEqual([])
  const answer = await add(html, table)
  const print = answer.headers.get('location') ?? ''
  expect(print).toBe(urls.officePosters + query({ batch: hidden(html, 'id') }))
  expect((await added()).sort()).toEqual([
    'elsewhereUnion hongda 前台',
    'elsewhereUnion hongda 后门',
    'union works 仓库',
  ])
  const printed = await (await phone.get(print)).text()
  expect(printed.match(/<svg[^>]* id="\w{5}"/g)).toHaveLength(3)
  expect(
    read(await (await phone.get(urls.officeSites + query({ batch: hidden(html, 'id') }))).text()),
  ).toContain('后门')
})

test('a table that is sent twice is added once', async () => {
  const table = '仓库，东升制衣有限公司，grievance'
  const { html } = await looked(table)
  const answers = await Promise.all([add(html, table), add(html, table)])
  const again = await add(html, table)
  for (const answer of [...answers, again])
    expect(answer.headers.get('location')).toContain(urls.officePosters)
  expect(await added()).toEqual(['union works 仓库'])
  expect(await logged(here)).toEqual([`administrator sites_added ${hidden(html, 'id')}`])
})

test('what is wrong is said at its line, and stays to be put right', async () => {
  await openOrCloseForm(officeOf(here), { id: 'safety', slug: 'safety' }, false)
  const wrong = [
    ['地点只有一列', '列数不对'],
    ['，东升制衣有限公司，grievance', '没有写地点'],
    ['一号门，东升制衣有限公司，grievance', '这个地点已经有这张表的点位：CG7H4'],
    ['食堂，没有这家厂，grievance', '没有这家企业'],
    ['食堂，91310000MA1FL5YX6F，grievance', '统一社会信用代码不对'],
    ['食堂，grievance', '没有写企业'],
    ['食堂，东升制衣有限公司，没有这张表', '没有这张表'],
    ['食堂，东升制衣有限公司，safety', '已经关闭或结束'],
    ['食 堂，东升制衣有限公司，向工会反映问题', '和第 9 行重复'],
  ] as const
  const [good, lines] = ['食堂，东升制衣有限公司，grievance', wrong.map(([line]) => line)]
  const table = ['x，', ...lines.slice(1, 8), good, lines[8]].join('\n')
  const { html } = await looked(table)
  for (const [, words] of wrong) expect(read(html)).toContain(words)
  expect(html).toContain(lines[3])
  const left = read(await (await add(html, table)).text())
  expect(left).toContain('添加了 1 个点位')
  expect(left).toContain('食堂 没有这家厂 grievance')
  expect(await added()).toEqual(['union works 食堂'])
})

test('a table that was changed after the look is looked at first', async () => {
  const { html } = await looked('仓库，东升制衣有限公司，grievance')
  const answer = await add(html, '后门，东升制衣有限公司，grievance')
  expect(read(await answer.text())).toContain('请再看一遍')
  expect(await added()).toEqual([])
})

test('two hundred lines are taken, and one more comes back whole', async () => {
  const lines = Array.from(
    { length: mostLines + 1 },
    (_, line) => `${line} 号门，东升制衣有限公司，grievance`,
  )
  const long = await looked(lines.join('\n'))
  expect(long.status).toBe(422)
  expect(long.html).toContain(lines.at(-1))
  const table = lines.slice(1).join('\n')
  const { html } = await looked(table)
  await add(html, table)
  expect(await added()).toHaveLength(mostLines)
})

test('lines without an employer belong to the organisation that the page was opened for', async () => {
  const table = '大厅，grievance'
  await add((await looked(table, 'township')).html, table, 'township')
  expect(await added()).toEqual(['township  大厅'])
})

test('nobody adds sites where he does not administer', async () => {
  const townboss = await here.person('townboss', [['administrator', 'township']])
  const office = officeOf(here, townboss)
  const site = { formId: 'grievance', place: { zh: '门', en: 'Gate' }, label: '' }
  const outside = { ...site, org: await orgOf(here, 'elsewhereUnion'), enterpriseId: 'hongda' }
  expect(await addSites(office, 'b'.repeat(25), [outside])).toEqual({ ok: false, why: 'not_allowed' })
  const foreign = { ...site, org: await orgOf(here, 'township'), enterpriseId: 'hongda' }
  expect(await addSites(office, 'b'.repeat(25), [foreign])).toEqual({ ok: true })
  expect(await added()).toEqual([])
  phone = await at('townboss')
  const { html } = await looked('后门，宏达电子（望江）有限公司，grievance')
  expect(read(html)).toContain('这家企业不归您管理')
  expect(await here.db.select().from(sites).where(eq(sites.orgId, 'elsewhereUnion'))).toEqual([])
})
