import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { enterprises, organisations } from '../../src/db/tables/orgs.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged, orgOf } from '../support/town/office.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('townboss', [['administrator', 'township']])
})

const name = (at: string, zh: string, en: string) => ({ [`${at}-zh`]: zh, [`${at}-en`]: en })

test('the tree grows by the next free path, and the log names what was added', async () => {
  const phone = await at('administrator')
  const add = { act: 'add' }
  await phone.post(urls.officeOrg('federation'), { ...add, ...name('add', '桃源镇总工会', 'Taoyuan') })
  await phone.post(urls.officeOrg('township'), { ...add, ...name('add', '华阳纺织厂工会', 'Huayang Mill') })
  const paths = (await here.db.select().from(organisations)).map((it) => it.path).sort()
  expect(paths).toEqual([
    '0001',
    '00010001',
    '000100010001',
    '000100010002',
    '00010002',
    '000100020001',
    '00010003',
  ])
  expect(await logged(here)).toEqual([
    'administrator organisation_added 桃源镇总工会',
    'administrator organisation_added 华阳纺织厂工会',
  ])
})

test('a name without its Chinese one is refused, and kept', async () => {
  const phone = await at('administrator')
  const page = await phone.post(urls.officeOrg('federation'), { act: 'add', 'add-en': 'Some Township' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('value="Some Township"')
})

test('renaming leaves the place in the tree', async () => {
  const phone = await at('administrator')
  const renamed = name('rename', '华阳街道总工会', 'Huayang')
  await phone.post(urls.officeOrg('township'), { act: 'rename', ...renamed })
  expect(await orgOf(here, 'township')).toMatchObject({ path: '00010001', name: { zh: '华阳街道总工会' } })
})

test('nobody takes the name of an organisation that he does not administer', async () => {
  const phone = await at('townboss')
  const taken = name('rename', ' 望江县 总工会', 'Ours')
  const page = await phone.post(urls.officeOrg('township'), { act: 'rename', ...taken })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('别的组织已经用了这个名称')
  const added = await phone.post(urls.officeOrg('township'), {
    act: 'add',
    ...name('add', '某会', 'qingshi township'),
  })
  expect(added.status).toBe(422)
  expect(await orgOf(here, 'township')).toMatchObject({ name: { zh: '华阳镇总工会' } })
  expect(await logged(here)).toEqual([])
})

test('a township administrator starts at his township and cannot reach the county', async () => {
  const phone = await at('townboss')
  expect((await phone.get(urls.officeOrgs)).headers.get('location')).toBe(urls.officeOrg('township'))
  expect((await phone.get(urls.officeOrg('federation'))).status).toBe(404)
  const post = await phone.post(urls.officeOrg('federation'), { act: 'add', ...name('add', '甲', 'A') })
  expect(post.status).toBe(404)
})

test('an employer is registered with a code whose check holds', async () => {
  const phone = await at('townboss')
  const mill = name('enterprise', '华阳纺织厂', 'Huayang Mill')
  const wrong = await phone.post(urls.officeEnterprises('township'), {
    ...mill,
    'enterprise-code': '91350100M000100Y44',
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('最后一位是校验码')
  const right = { ...mill, 'enterprise-code': '91350100m000100y43' }
  await phone.post(urls.officeEnterprises('township'), right)
  const byCode = eq(enterprises.creditCode, '91350100M000100Y43')
  const [row] = await here.db.select().from(enterprises).where(byCode)
  expect(row).toMatchObject({ orgId: 'township', creditCode: '91350100M000100Y43' })
  const changed = name(row?.id ?? '', '华阳第一纺织厂', 'Huayang Mill No. 1')
  await phone.post(urls.officeEnterprise('township', row?.id ?? ''), changed)
  expect(
    await here.db
      .select()
      .from(enterprises)
      .where(eq(enterprises.id, row?.id ?? '')),
  ).toMatchObject([{ name: { zh: '华阳第一纺织厂' }, creditCode: null }])
})
