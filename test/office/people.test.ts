import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { deliveries } from '../../src/db/tables/mail.ts'
import { categoryNominees, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { secondFactors, sessions } from '../../src/db/tables/signin.ts'
import { query, urls } from '../../src/urls.ts'
import { db, foundFederation, person } from '../signin/people.ts'
import { at, logged } from './office.ts'

beforeAll(async () => {
  await foundFederation()
  await person('boss', 'administrator')
  await person('townboss', 'administrator', 'town')
  await person('officer', 'duty_officer')
  await person('clerk', 'handler', 'town')
  await person('auditor', 'auditor')
})

const grantsOf = async (id: string) =>
  (await db().select().from(roleGrants).where(eq(roleGrants.staffId, id))).map((it) => it.role)

test('an invitation opens an account, writes its mail and a line of the log together', async () => {
  const phone = await at('boss')
  const invitation = { name: '林新', email: 'Lin@Example.org', role: 'handler', org: 'town', locale: 'zh' }
  const answer = await phone.post(urls.officeStaff, invitation)
  expect(answer.headers.get('location')).toBe('/office/staff?invited=lin%40example.org')
  const [lin] = await db().select().from(staff).where(eq(staff.email, 'lin@example.org'))
  expect(await grantsOf(lin?.id ?? '')).toEqual(['handler'])
  expect(await db().select().from(deliveries)).toMatchObject([
    { kind: 'invitation', recipient: 'lin@example.org', status: 'pending' },
  ])
  expect(await logged()).toEqual([
    'boss invited lin@example.org',
    'boss role_granted lin@example.org: handler, 柳林镇总工会',
  ])
})

test('the same address is not invited twice, and nothing is half-written', async () => {
  const phone = await at('boss')
  const page = await phone.post(urls.officeStaff, {
    name: '林二',
    email: 'lin@example.org',
    role: 'chair',
    org: 'root',
  })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('已经有账号了')
  expect(await db().select().from(deliveries)).toHaveLength(1)
  expect(await logged()).toHaveLength(2)
})

test('an incomplete invitation tells each thing that is missing', async () => {
  const page = await (await at('boss')).post(urls.officeStaff, { email: 'x' })
  const text = await page.text()
  for (const name of ['name', 'email', 'role', 'org']) expect(text).toContain(`href="#${name}"`)
})

test('a township administrator invites within his township only', async () => {
  const phone = await at('townboss')
  const one = { name: '甲', email: 'one@example.org', role: 'handler' }
  expect((await phone.post(urls.officeStaff, { ...one, org: 'root' })).status).toBe(422)
  expect((await phone.post(urls.officeStaff, { ...one, org: 'town' })).status).toBe(303)
})

test('a township administrator neither sees nor changes the people of the county', async () => {
  const phone = await at('townboss')
  const list = await (await phone.get(urls.officeStaff)).text()
  expect(list).toContain('clerk同志')
  expect(list).not.toContain('officer同志')
  expect((await phone.get(urls.officePerson('officer'))).status).toBe(404)
  expect((await phone.post(urls.officePerson('officer'), { act: 'deactivate' })).status).toBe(404)
})

test('he cannot give a role above his township', async () => {
  const phone = await at('townboss')
  const answer = await phone.post(urls.officePerson('clerk'), { act: 'grant', role: 'chair', org: 'root' })
  expect(answer.status).toBe(400)
  expect(await grantsOf('clerk')).toEqual(['handler'])
})

test('a role is given and taken back, and the log says so', async () => {
  const phone = await at('boss')
  const role = { role: 'department_head', org: 'town' }
  await phone.post(urls.officePerson('clerk'), { act: 'grant', ...role })
  expect(await grantsOf('clerk')).toEqual(['department_head', 'handler'])
  await phone.post(urls.officePerson('clerk'), { act: 'revoke', ...role })
  expect(await grantsOf('clerk')).toEqual(['handler'])
  expect((await logged()).slice(-2)).toEqual([
    'boss role_granted clerk@example.org: department_head, 柳林镇总工会',
    'boss role_revoked clerk@example.org: department_head',
  ])
})

test('nobody gives himself a role', async () => {
  const phone = await at('boss')
  const page = await phone.post(urls.officePerson('boss'), { act: 'grant', role: 'chair', org: 'root' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('请另一位管理员操作')
  expect(await grantsOf('boss')).toEqual(['administrator'])
})

test('the last administrator of the federation cannot be removed', async () => {
  const phone = await at('boss')
  const before = await logged()
  const role = { act: 'revoke', role: 'administrator', org: 'root' }
  const page = await phone.post(urls.officePerson('boss'), role)
  expect(await page.text()).toContain('最后一位管理员')
  expect(await logged()).toEqual(before)
  await person('second', 'administrator')
  expect((await phone.post(urls.officePerson('boss'), role)).status).toBe(303)
  await db()
    .delete(roleGrants)
    .where(and(eq(roleGrants.staffId, 'second')))
  await db()
    .insert(roleGrants)
    .values({ staffId: 'boss', orgId: 'root', orgPath: '0001', role: 'administrator', createdAt: new Date() })
})

test('two administrators who remove each other at once leave one', async () => {
  await person('third', 'administrator')
  const [one, two] = [await at('boss'), await at('third')]
  const role = { act: 'revoke', role: 'administrator', org: 'root' }
  await Promise.all([one.post(urls.officePerson('third'), role), two.post(urls.officePerson('boss'), role)])
  const left = await db()
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'administrator'), eq(roleGrants.orgPath, '0001')))
  expect(left).toHaveLength(1)
  const lost = left[0]?.staffId === 'boss' ? 'third' : 'boss'
  await db()
    .insert(roleGrants)
    .values({ staffId: lost, orgId: 'root', orgPath: '0001', role: 'administrator', createdAt: new Date() })
})

test('closing an account ends its sessions at once', async () => {
  const clerk = await at('clerk')
  expect((await clerk.get('/desk/no-such-page')).status).toBe(404)
  await (await at('boss')).post(urls.officePerson('clerk'), { act: 'deactivate' })
  expect(await db().select().from(sessions).where(eq(sessions.userId, 'clerk'))).toHaveLength(0)
  expect((await clerk.get('/desk/no-such-page')).status).toBe(303)
  expect((await logged()).at(-1)).toBe('boss deactivated clerk@example.org')
})

test('people are named for a strict category, and only for those', async () => {
  const phone = await at('boss')
  await phone.post(urls.officePerson('officer'), { act: 'name', category: 'harassment' })
  expect(await db().select().from(categoryNominees)).toEqual([{ category: 'harassment', staffId: 'officer' }])
  expect((await phone.post(urls.officePerson('officer'), { act: 'name', category: 'wages' })).status).toBe(
    400,
  )
  await phone.post(urls.officePerson('officer'), { act: 'unname', category: 'harassment' })
  expect(await db().select().from(categoryNominees)).toHaveLength(0)
})

test('a lost phone is forgiven by another administrator', async () => {
  await db().insert(secondFactors).values({ staffId: 'officer', secret: 'x', backupCodes: [] })
  await (await at('boss')).post(urls.officePerson('officer'), { act: 'reset' })
  expect(await db().select().from(secondFactors)).toHaveLength(0)
})

test('who holds no office role stays outside', async () => {
  const phone = await at('officer')
  for (const path of [urls.office, urls.officeStaff, urls.officeSettings, urls.officeLog])
    expect((await phone.get(path)).status).toBe(403)
})

test('an auditor reads the log and nothing else', async () => {
  const phone = await at('auditor')
  expect((await phone.get(urls.office)).status).toBe(200)
  expect(await (await phone.get(urls.officeLog)).text()).toContain('clerk@example.org')
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
  const phone = await at('boss')
  const found = async (q: string) => await (await phone.get(urls.officeStaff + query({ q }))).text()
  expect(await found('OFFICER')).toContain(urls.officePerson('officer'))
  expect(await found('OFFICER')).not.toContain(urls.officePerson('clerk'))
  const nobody = await phone.get(urls.officeStaff + query({ q: '一个长得谁也没有的名字'.repeat(5) }))
  expect(nobody.status).toBe(200)
})
