import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { secondFactors, sessions } from '../../src/db/tables/signin.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { pathOf } from '../support/town/places.ts'
import { enrol } from '../support/town/signing-in.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('townboss', [['administrator', 'township']])
})

const grantsOf = async (id: string) =>
  (await here.db.select().from(roleGrants).where(eq(roleGrants.staffId, id))).map((it) => it.role)

const lin = { name: '林新', email: 'Lin@Union.example', role: 'handler', org: 'township', locale: 'zh' }

test('an invitation opens an account, writes its mail and a line of the log together', async () => {
  const phone = await at('administrator')
  const answer = await phone.post(urls.officeStaff, lin)
  const invited = 'lin@union.example'
  expect(answer.headers.get('location')).toBe(urls.officeStaff + query({ invited }))
  const [row] = await here.db.select().from(staff).where(eq(staff.email, invited))
  expect(await grantsOf(row?.id ?? '')).toEqual(['handler'])
  expect(await here.notices()).toMatchObject([{ kind: 'invitation', recipient: invited, status: 'pending' }])
  expect(await logged(here)).toEqual([
    'administrator invited lin@union.example',
    'administrator role_granted lin@union.example: handler, 华阳镇总工会',
  ])
})

test('the same address is not invited twice, and nothing is half-written', async () => {
  const phone = await at('administrator')
  await phone.post(urls.officeStaff, lin)
  const page = await phone.post(urls.officeStaff, {
    name: '林二',
    email: 'lin@union.example',
    role: 'chair',
    org: 'federation',
  })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('已经有账号了')
  expect(await here.notices()).toHaveLength(1)
  expect(await logged(here)).toHaveLength(2)
})

test('an incomplete invitation tells each thing that is missing', async () => {
  const page = await (await at('administrator')).post(urls.officeStaff, { email: 'x' })
  const text = await page.text()
  for (const name of ['name', 'email', 'role', 'org']) expect(text).toContain(`href="#${name}"`)
})

test('a township administrator invites within his township only', async () => {
  const phone = await at('townboss')
  const one = { name: '甲', email: 'one@union.example', role: 'handler' }
  expect((await phone.post(urls.officeStaff, { ...one, org: 'federation' })).status).toBe(422)
  expect((await phone.post(urls.officeStaff, { ...one, org: 'township' })).status).toBe(303)
})

test('a township administrator neither sees nor changes the people of the county', async () => {
  const phone = await at('townboss')
  const list = await (await phone.get(urls.officeStaff)).text()
  expect(list).toContain(here.people.handler.name)
  expect(list).not.toContain(here.people.countyOfficer.name)
  const county = urls.officePerson('countyOfficer')
  expect((await phone.get(county)).status).toBe(404)
  expect((await phone.post(county, { act: 'deactivate' })).status).toBe(404)
})

test('he cannot give a role above his township', async () => {
  const phone = await at('townboss')
  const chair = { act: 'grant', role: 'chair', org: 'federation' }
  expect((await phone.post(urls.officePerson('handler'), chair)).status).toBe(400)
  expect(await grantsOf('handler')).toEqual(['handler'])
})

test('a role is given and taken back, and the log says so', async () => {
  const phone = await at('administrator')
  const role = { role: 'department_head', org: 'township' }
  await phone.post(urls.officePerson('handler'), { act: 'grant', ...role })
  expect(await grantsOf('handler')).toEqual(['department_head', 'handler'])
  await phone.post(urls.officePerson('handler'), { act: 'revoke', ...role, sure: 'yes' })
  expect(await grantsOf('handler')).toEqual(['handler'])
  expect((await logged(here)).slice(-2)).toEqual([
    'administrator role_granted handler@union.example: department_head, 华阳镇总工会',
    'administrator role_revoked handler@union.example: department_head',
  ])
})

test('nobody gives himself a role', async () => {
  const phone = await at('administrator')
  const chair = { act: 'grant', role: 'chair', org: 'federation' }
  const page = await phone.post(urls.officePerson('administrator'), chair)
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('请另一位管理员操作')
  expect(await grantsOf('administrator')).toEqual(['administrator'])
})

test('the last administrator of the federation cannot be removed', async () => {
  const phone = await at('administrator')
  const before = await logged(here)
  const role = { act: 'revoke', role: 'administrator', org: 'federation', sure: 'yes' }
  const page = await phone.post(urls.officePerson('administrator'), role)
  expect(await page.text()).toContain('仅有的一位管理员')
  expect(await logged(here)).toEqual(before)
  expect(await grantsOf('administrator')).toEqual(['administrator'])
  await here.person('second', [['administrator', 'federation']])
  expect((await phone.post(urls.officePerson('administrator'), role)).status).toBe(303)
  expect(await grantsOf('administrator')).toEqual([])
})

test('two administrators who remove each other at once leave one', async () => {
  await here.person('second', [['administrator', 'federation']])
  const [one, two] = [await at('administrator'), await at('second')]
  const role = { act: 'revoke', role: 'administrator', org: 'federation', sure: 'yes' }
  await Promise.all([
    one.post(urls.officePerson('second'), role),
    two.post(urls.officePerson('administrator'), role),
  ])
  const left = await here.db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'administrator'), eq(roleGrants.orgPath, pathOf('federation'))))
  expect(left).toHaveLength(1)
})

test('closing an account ends its sessions at once', async () => {
  const handler = await at('handler')
  expect((await handler.get(urls.desk)).status).toBe(200)
  await (await at('administrator')).post(urls.officePerson('handler'), { act: 'deactivate', sure: 'yes' })
  expect(await here.db.select().from(sessions).where(eq(sessions.userId, 'handler'))).toHaveLength(0)
  expect((await handler.get(urls.desk)).status).toBe(303)
  expect((await logged(here)).at(-1)).toBe('administrator deactivated handler@union.example')
})

test('what is to be taken is asked once more, with where the cases go and who is there', async () => {
  await here.given('investigating')
  await here.given('in_review')
  const phone = await at('administrator')
  const page = (path: string) => phone.get(path).then((it) => it.text())
  const closing = urls.officeParting('handler') + query({ act: 'deactivate' })
  expect(await page(urls.officePerson('handler'))).toContain(`href="${closing}"`)
  const asked = read(await page(closing))
  expect(asked).toContain(`停用${here.people.handler.name}的账号`)
  expect(asked).toContain('1 件退回华阳镇总工会，由值班受理员（王受理）重新派单，换承办人')
  const role = { role: 'department_head', org: 'township' }
  const revoking = read(await page(urls.officeParting('head') + query({ act: 'revoke', ...role })))
  expect(revoking).toContain('不再是华阳镇总工会的部门负责人')
  expect(revoking).toContain('1 件转给望江县总工会的部门负责人（郑部长）')
  const without = urls.officeParting('otherHandler') + query({ act: 'deactivate' })
  expect(read(await page(without))).toContain('没有要换人办的诉求')

  // An old page sends no second tap: nothing is done, and it leads to the question.
  const first = await phone.post(urls.officePerson('handler'), { act: 'deactivate' })
  expect(first.headers.get('location')).toBe(closing)
  const active = () => here.db.$count(staff, and(eq(staff.id, 'handler'), eq(staff.active, true)))
  expect(await active()).toBe(1)
  const taken = await phone.post(urls.officePerson('head'), { act: 'revoke', ...role, sure: 'yes' })
  expect(taken.status).toBe(303)
  const sure = { act: 'deactivate', sure: 'yes' }
  expect((await phone.post(urls.officePerson('handler'), sure)).status).toBe(303)
  expect(await active()).toBe(0)
})

test('cases that nobody could take are said to be left, before it is done', async () => {
  await here.given('in_review')
  await (await at('administrator')).post(urls.officePerson('countyHead'), { act: 'deactivate', sure: 'yes' })
  const asking = urls.officeParting('head') + query({ act: 'deactivate' })
  const page = read(await (await (await at('administrator')).get(asking)).text())
  expect(page).toContain('1 件没有人能接')
})

test('where he goes whom nobody else is named beside is said before', async () => {
  const only = await here.person('only', [['handler', 'township']], ['harassment'])
  const phone = await at('administrator')
  const page = async (asked: Record<string, string>) =>
    read(await (await phone.get(urls.officeParting(only.id) + query(asked))).text())
  const revoked = { act: 'revoke', role: 'handler', org: 'township' }
  for (const asked of [{ act: 'deactivate' }, { act: 'unname', category: 'harassment' }, revoked])
    expect(await page(asked)).toContain('“性骚扰”没有别的指定人员')
  await here.person('beside', [['handler', 'township']], ['harassment'])
  expect(await page(revoked)).not.toContain('没有别的指定人员')
})

test('whoever may not manage a person learns nothing of what he has in hand', async () => {
  await here.given('investigating')
  await here.person('elsewhereboss', [['administrator', 'elsewhere']])
  await here.person('mixed', [
    ['handler', 'elsewhere'],
    ['handler', 'township'],
  ])
  const phone = await at('elsewhereboss')
  const asked = await phone.get(urls.officeParting('mixed') + query({ act: 'deactivate' }))
  expect(asked.status).toBe(403)
  const answer = await phone.post(urls.officePerson('mixed'), { act: 'deactivate', sure: 'yes' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).not.toContain('手上的诉求')
})

test('a lost phone is forgiven by another administrator', async () => {
  expect((await enrol(await at('officer'), () => clock.now)).status).toBe(200)
  expect(await here.db.select().from(secondFactors)).toHaveLength(1)
  await (await at('administrator')).post(urls.officePerson('officer'), { act: 'reset' })
  expect(await here.db.select().from(secondFactors)).toHaveLength(0)
})

test('who holds no office role stays outside', async () => {
  const phone = await at('officer')
  for (const path of [urls.office, urls.officeStaff, urls.officeSettings, urls.officeLog])
    expect((await phone.get(path)).status).toBe(403)
})

test('an auditor reads the log and nothing else', async () => {
  await (await at('administrator')).post(urls.officePerson('handler'), { act: 'deactivate', sure: 'yes' })
  const phone = await at('auditor')
  expect((await phone.get(urls.office)).status).toBe(200)
  expect(await (await phone.get(urls.officeLog)).text()).toContain('handler@union.example')
  for (const path of [urls.officeStaff, urls.officeSettings, urls.officeSites, urls.officeMail])
    expect((await phone.get(path)).status).toBe(403)
})

test('the settings, forms, calendar, mail and log of the federation are not a township’s', async () => {
  const phone = await at('townboss')
  for (const path of [
    urls.officeSettings,
    urls.officeForms,
    urls.officeCalendar,
    urls.officeMail,
    urls.officeLog,
  ])
    expect((await phone.get(path)).status).toBe(403)
})

test('people are found by a part of name or address, and a long search is only one that finds nobody', async () => {
  const phone = await at('administrator')
  const found = async (q: string) => await (await phone.get(urls.officeStaff + query({ q }))).text()
  expect(await found('COUNTYOFF')).toContain(urls.officePerson('countyOfficer'))
  expect(await found('COUNTYOFF')).not.toContain(urls.officePerson('handler'))
  expect(await found('周受')).toContain(urls.officePerson('countyOfficer'))
  const nobody = await phone.get(urls.officeStaff + query({ q: '一个长得谁也没有的名字'.repeat(5) }))
  expect(nobody.status).toBe(200)
})
