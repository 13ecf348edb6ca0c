import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { enterprises, organisations } from '../../src/db/tables/orgs.ts'
import { urls } from '../../src/urls.ts'
import { db, foundFederation, person } from '../signin/people.ts'
import { at, logged } from './office.ts'

beforeAll(async () => {
  await foundFederation()
  await person('boss', 'administrator')
  await person('townboss', 'administrator', 'town')
})

const name = (at: string, zh: string, en: string) => ({ [`${at}-zh`]: zh, [`${at}-en`]: en })

test('the tree grows by the next free path, and the log names what was added', async () => {
  const phone = await at('boss')
  await phone.post(urls.officeOrg('root'), { act: 'add', ...name('add', '桃源镇总工会', 'Taoyuan') })
  await phone.post(urls.officeOrg('town'), { act: 'add', ...name('add', '柳林纺织厂工会', 'Liulin Mill') })
  const paths = (await db().select().from(organisations)).map((it) => it.path).sort()
  expect(paths).toEqual(['0001', '00010001', '000100010001', '00010002'])
  expect(await logged()).toEqual([
    'boss organisation_added 桃源镇总工会',
    'boss organisation_added 柳林纺织厂工会',
  ])
})

test('a name in one language only is refused, and kept', async () => {
  const page = await (await at('boss')).post(urls.officeOrg('root'), { act: 'add', 'add-zh': '某镇' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('value="某镇"')
})

test('renaming leaves the place in the tree', async () => {
  const phone = await at('boss')
  await phone.post(urls.officeOrg('town'), { act: 'rename', ...name('rename', '柳林街道总工会', 'Liulin') })
  const [town] = await db().select().from(organisations).where(eq(organisations.id, 'town'))
  expect(town).toMatchObject({ path: '00010001', name: { zh: '柳林街道总工会' } })
})

test('a township administrator starts at his township and cannot reach the county', async () => {
  const phone = await at('townboss')
  expect((await phone.get(urls.officeOrgs)).headers.get('location')).toBe(urls.officeOrg('town'))
  expect((await phone.get(urls.officeOrg('root'))).status).toBe(404)
  const post = await phone.post(urls.officeOrg('root'), { act: 'add', ...name('add', '甲', 'A') })
  expect(post.status).toBe(404)
})

test('an employer is registered with a code whose check holds', async () => {
  const phone = await at('townboss')
  const mill = name('enterprise', '柳林纺织厂', 'Liulin Mill')
  const wrong = await phone.post(urls.officeEnterprises('town'), {
    ...mill,
    'enterprise-code': '91350100M000100Y44',
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('最后一位是校验码')
  await phone.post(urls.officeEnterprises('town'), { ...mill, 'enterprise-code': '91350100m000100y43' })
  const [row] = await db().select().from(enterprises)
  expect(row).toMatchObject({ orgId: 'town', creditCode: '91350100M000100Y43' })
  const changed = name(row?.id ?? '', '柳林第一纺织厂', 'Liulin Mill No. 1')
  await phone.post(urls.officeEnterprise('town', row?.id ?? ''), changed)
  expect(await db().select().from(enterprises)).toMatchObject([
    { name: { zh: '柳林第一纺织厂' }, creditCode: null },
  ])
})
