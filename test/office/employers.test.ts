import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { creditCode } from '../../scripts/demo/credit-code.ts'
import { sites } from '../../src/db/tables/forms.ts'
import { enterprises } from '../../src/db/tables/orgs.ts'
import { findEnterprises } from '../../src/forms/enterprises.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { addSite } from '../../src/forms/placing.ts'
import { approveEnterprise, refuseEnterprise } from '../../src/orgs/approving.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged, officeOf, orgOf } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { codes, employers } from '../support/town/places.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('townboss', [['administrator', 'township']])
  await here.person('otherboss', [['administrator', 'elsewhere']])
})

const mill = ['华阳纺织厂', 'Huayang Mill'] as const

const formOf = (at: string, [zh, en]: readonly [string, string], code = '') => ({
  [`${at}-zh`]: zh,
  [`${at}-en`]: en,
  [`${at}-code`]: code,
})

const register = async (who: string, org: string, name: readonly [string, string], code = '') =>
  (await at(who)).post(urls.officeEnterprises(org), formOf('enterprise', name, code))

const change = async (who: string, org: string, id: string, name: readonly [string, string], code = '') =>
  (await at(who)).post(urls.officeEnterprise(org, id), formOf(id, name, code))

const named = (zh: string) =>
  here.db
    .select()
    .from(enterprises)
    .then((rows) => rows.filter((it) => it.name.zh === zh))

const statusOf = async (zh: string) => (await named(zh)).map((it) => `${it.orgId} ${it.status}`)

/** Whether a worker who writes the name is offered it. */
const chosenBy = async (zh: string) => (await findEnterprises(here.db, zh)).map((it) => it.org.id)

/** What the county saw of the one that waits, and its answer. */
async function decide(act: 'approve' | 'refuse', fields: Record<string, string> = {}) {
  const phone = await at('administrator')
  const page = await (await phone.get(urls.officeEmployers)).text()
  const action = /formaction="(\/office\/employers\/[^"]+)"/.exec(page)?.[1] ?? ''
  const [, name = '', seen = ''] = /name="([^"]+-seen)" value="([^"]+)"/.exec(page) ?? []
  return phone.post(action, { act, [name]: seen, ...fields })
}

const idOf = async (zh: string) => (await named(zh))[0]?.id ?? ''

test('an invented name without a code draws no case before the county approves it', async () => {
  const answer = await register('townboss', 'township', mill)
  expect(answer.headers.get('location')).toBe(urls.officeOrg('township') + query({ done: 'waiting' }))
  expect(await statusOf(mill[0])).toEqual(['township waiting'])
  expect(await chosenBy(mill[0])).toEqual([])
  const page = await (await at('townboss')).get(urls.officeOrg('township') + query({ done: 'waiting' }))
  expect(read(await page.text())).toContain('已登记，等县总工会核准')
  expect((await decide('approve')).status).toBe(303)
  expect(await chosenBy(mill[0])).toEqual(['township'])
  expect((await logged(here)).at(-1)).toBe('administrator enterprise_approved 华阳纺织厂 | Huayang Mill |')
})

test('with a code of its own and a name of its own an employer can be chosen at once', async () => {
  const answer = await register('townboss', 'township', mill, creditCode(1))
  expect(answer.headers.get('location')).toBe(urls.officeOrg('township') + query({ done: 1 }))
  expect(await chosenBy(mill[0])).toEqual(['township'])
})

test('what the county registers itself needs no code', async () => {
  await register('administrator', 'federation', mill)
  expect(await statusOf(mill[0])).toEqual(['federation approved'])
})

test('the same name at another union waits, with a code and from the county too, and shows the first one', async () => {
  const { zh, en } = employers.works.name
  await register('otherboss', 'elsewhere', [zh, 'Another'], creditCode(1))
  expect(await statusOf(zh)).toEqual(['union approved', 'elsewhere waiting'])
  expect(await chosenBy(zh)).toEqual(['union'])
  const page = read(await (await (await at('administrator')).get(urls.officeEmployers)).text())
  expect(page).toContain('同名或同代码的企业')
  expect(page).toContain('由东升制衣工会登记')
  await register('administrator', 'federation', ['又一家', en])
  expect(await statusOf('又一家')).toEqual(['federation waiting'])
})

test.each(['东升制衣 有限公司', '东升制衣有限公司\u200b', '东升制衣有限公司\u2028'])(
  'a name that only looks the same is the same: %j',
  async (zh) => {
    await register('otherboss', 'elsewhere', [zh, 'Another'], creditCode(1))
    const [row] = await here.db.select().from(enterprises).where(eq(enterprises.orgId, 'elsewhere'))
    expect(row?.status).toBe('waiting')
  },
)

test('a union registers no two employers of one name', async () => {
  const depot = employers.depot.name
  const page = await register('townboss', 'township', [depot.zh, 'Another depot'], creditCode(1))
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('已经登记过同名的企业')
  expect(text).toContain('value="Another depot"')
  expect(await named(depot.zh)).toHaveLength(1)
})

test('the code of an employer that workers can choose is nobody else’s', async () => {
  await register('townboss', 'township', mill, creditCode(1))
  const page = await register('otherboss', 'elsewhere', ['青石纺织厂', 'Qingshi Mill'], creditCode(1))
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('已经有企业用这个代码登记了')
  expect(await named('青石纺织厂')).toEqual([])
  await register('otherboss', 'elsewhere', ['青石纺织厂', 'Qingshi Mill'], creditCode(2))
  const changed = await change(
    'otherboss',
    'elsewhere',
    await idOf('青石纺织厂'),
    ['青石纺织厂', 'Qingshi Mill'],
    creditCode(1),
  )
  expect(changed.status).toBe(422)
  expect(await changed.text()).toContain('已经有企业用这个代码登记了')
})

test('of two who register one code at once one wins', async () => {
  const both = await Promise.all([
    register('townboss', 'township', mill, creditCode(1)),
    register('otherboss', 'elsewhere', ['青石纺织厂', 'Qingshi Mill'], creditCode(1)),
  ])
  expect(both.map((it) => it.status).sort()).toEqual([303, 422])
  expect((await here.db.select().from(enterprises)).filter((it) => it.creditCode)).toHaveLength(1)
})

test('no employer comes to another name by being changed', async () => {
  await change('townboss', 'township', 'depot', mill)
  expect(await statusOf(mill[0])).toEqual(['township waiting'])
  expect(await chosenBy(mill[0])).toEqual([])
  await register('otherboss', 'elsewhere', ['青石纺织厂', 'Qingshi Mill'], creditCode(1))
  const { zh, en } = employers.works.name
  await change('otherboss', 'elsewhere', await idOf('青石纺织厂'), [zh, en], creditCode(1))
  expect(await chosenBy(zh)).toEqual(['union'])
})

test('an employer from before stays as it is, without a code, and may be given one', async () => {
  const { zh, en } = employers.depot.name
  await change('townboss', 'township', 'depot', [zh, en])
  expect(await statusOf(zh)).toEqual(['township approved'])
  await change('townboss', 'township', 'depot', [zh, en], creditCode(1))
  expect(await statusOf(zh)).toEqual(['township approved'])
})

test('the county does not approve one, with a reason that its union reads and the log keeps', async () => {
  await register('townboss', 'township', mill)
  const id = await idOf(mill[0])
  const without = await decide('refuse')
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('请写明理由')
  expect(await statusOf(mill[0])).toEqual(['township waiting'])
  expect((await decide('refuse', { [`${id}-reason`]: '没有这家厂' })).status).toBe(303)
  expect(await chosenBy(mill[0])).toEqual([])
  expect(await (await (await at('townboss')).get(urls.officeOrg('township'))).text()).toContain('没有这家厂')
  expect((await logged(here)).at(-1)).toContain('enterprise_refused 华阳纺织厂 | Huayang Mill |: 没有这家厂')
})

test('a reason that is too long comes back whole, on the list and for one that is not there', async () => {
  const reason = '没'.repeat(201)
  await register('townboss', 'township', mill)
  const id = await idOf(mill[0])
  for (const [employer, seen] of [
    [id, '华阳纺织厂 | Huayang Mill |'],
    ['works', '东升制衣有限公司 | Dongsheng Garments |'],
  ]) {
    const phone = await at('administrator')
    const fields = { act: 'refuse', [`${employer}-seen`]: seen ?? '', [`${employer}-reason`]: reason }
    const answer = await phone.post(urls.officeEmployer(employer ?? ''), fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(`value="${reason}"`)
    expect(page).toContain('最多 200 字，现在有 201 字')
  }
})

test('what the county refused waits again when it is changed, with whatever code', async () => {
  await register('townboss', 'township', mill)
  const id = await idOf(mill[0])
  await decide('refuse', { [`${id}-reason`]: '没有这家厂' })
  await change('townboss', 'township', id, mill, creditCode(1))
  expect(await statusOf(mill[0])).toEqual(['township waiting'])
  // Nor does another union get it in by its name.
  await register('otherboss', 'elsewhere', mill, creditCode(2))
  expect(await chosenBy(mill[0])).toEqual([])
})

test('the county approves what it saw, and nothing that came in its place', async () => {
  await register('townboss', 'township', mill)
  const id = await idOf(mill[0])
  const seen = '华阳纺织厂 | Huayang Mill |'
  await change('townboss', 'township', id, ['远荷电子有限公司', 'Yuanhe'])
  const phone = await at('administrator')
  const page = await phone.post(urls.officeEmployer(id), { act: 'approve', [`${id}-seen`]: seen })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('刚刚改过')
  expect(await chosenBy('远荷电子有限公司')).toEqual([])
})

test('the county takes an approval back, and no poster stands for the employer any more', async () => {
  const phone = await at('administrator')
  const page = await (await phone.get(urls.officeOrg('union'))).text()
  expect(page).toContain(urls.officeEmployer('works'))
  const seen = '东升制衣有限公司 | Dongsheng Garments |'
  const fields = { act: 'refuse', 'works-seen': seen, 'works-reason': '已注销' }
  expect((await phone.post(urls.officeEmployer('works'), { ...fields, 'works-reason': '' })).status).toBe(422)
  expect((await phone.post(urls.officeEmployer('works'), fields)).status).toBe(303)
  expect(await chosenBy('东升制衣')).toEqual([])
  forgetForms()
  const form = await (await (await at('officer')).get(urls.site(codes.grievance))).text()
  expect(form).not.toContain('东升制衣有限公司 一号门')
})

test('only the federation approves and refuses', async () => {
  await register('townboss', 'township', mill)
  const id = await idOf(mill[0])
  const seen = { id, as: '华阳纺织厂 | Huayang Mill |' }
  const phone = await at('townboss')
  expect((await phone.get(urls.officeEmployers)).status).toBe(403)
  expect(
    (await phone.post(urls.officeEmployer(id), { act: 'approve', [`${id}-seen`]: seen.as })).status,
  ).toBe(403)
  const office = officeOf(here, await here.person('another', [['administrator', 'township']]))
  expect(await approveEnterprise(office, seen)).toBe('not_allowed')
  expect(await refuseEnterprise(office, seen, 'No.')).toBe('not_allowed')
  expect(await statusOf(mill[0])).toEqual(['township waiting'])
  expect(await (await phone.get(urls.officeOrg('township'))).text()).not.toContain(
    urls.officeEmployer('depot'),
  )
})

test('no site stands for an employer that waits', async () => {
  await register('townboss', 'township', mill)
  const id = await idOf(mill[0])
  const phone = await at('townboss')
  const page = await (await phone.get(urls.officeSites + query({ org: 'township' }))).text()
  expect(page).toContain('value="depot"')
  expect(page).not.toContain(`value="${id}"`)
  const site = { formId: 'grievance', enterpriseId: id, place: { zh: '大门', en: 'Gate' } }
  const placed = await addSite(officeOf(here), await orgOf(here, 'township'), site)
  const code = placed.ok ? placed.code : ''
  expect(await here.db.select().from(sites).where(eq(sites.code, code))).toMatchObject([
    { enterpriseId: null },
  ])
})

test('the overview shows the county how many wait', async () => {
  await register('townboss', 'township', mill)
  expect(await (await (await at('administrator')).get(urls.office)).text()).toContain(
    '1 家企业等县总工会核准',
  )
})
