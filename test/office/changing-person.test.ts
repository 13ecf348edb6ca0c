import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { categoryNominees, proposedNominees, staff } from '../../src/db/tables/orgs.ts'
import { sessions } from '../../src/db/tables/signin.ts'
import { mails } from '../../src/mails/all.ts'
import { writeDigests } from '../../src/mails/digest/write.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged } from '../support/town/office.ts'
import { app, at, clock, read } from '../support/town/pages.ts'
import { broken, deliveriesOf, postOffice } from '../support/town/post.ts'
import { arrive } from '../support/town/signing-in.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const details = { act: 'change', name: '李承办', email: 'handler@union.example', locale: 'zh' }
const moved = { ...details, email: 'li.chengban@union.example' }
const page = (id: string) => urls.officePerson(id)
const rowOf = async (id: string) => (await here.db.select().from(staff).where(eq(staff.id, id)))[0]

/** Sends what waits, and says to whom what went. */
async function sendAll(town = here) {
  const { office, sent } = postOffice(town)
  while (await sendDue(office, mails));
  return sent
}

test('name and language are corrected, and the log says of whom; he stays signed in', async () => {
  const his = await at('handler')
  const answer = await (await at('administrator')).post(page('handler'), {
    ...details,
    name: '李成办',
    locale: 'en',
  })
  expect(answer.status).toBe(303)
  expect(await rowOf('handler')).toMatchObject({ name: '李成办', locale: 'en', email: details.email })
  expect((await his.get(urls.desk)).status).toBe(200)
  expect(await logged(here)).toEqual(['administrator person_changed handler@union.example'])
  expect(await sendAll()).toEqual([])
})

test('with another address he is signed out everywhere, both addresses are told, and the log says so', async () => {
  const his = await at('handler')
  const answer = await (await at('administrator')).post(page('handler'), {
    ...moved,
    email: ' Li.Chengban@Union.example ',
  })
  expect(answer.status).toBe(303)
  expect(await rowOf('handler')).toMatchObject({ email: moved.email, emailVerified: false })
  expect(await here.db.select().from(sessions).where(eq(sessions.userId, 'handler'))).toEqual([])
  expect((await his.get(urls.desk)).status).toBe(303)
  expect(await logged(here)).toEqual([
    'administrator address_changed handler@union.example → li.chengban@union.example',
  ])
  const sent = await sendAll()
  const told = Object.fromEntries(sent.map(({ to, text }) => [to, text]))
  expect(Object.keys(told).sort()).toEqual([details.email, moved.email])
  expect(told[details.email]).toContain('这个邮箱不能再用来登录')
  expect(told[details.email]).not.toContain(moved.email)
  expect(told[moved.email]).toContain('以后用 li.chengban@union.example 收验证码登录')
})

test('codes go to the new address from then on, and not to the old one', async () => {
  await (await at('administrator')).post(page('handler'), moved)
  const old = arrive(app)
  await old.phone.post(urls.signIn, { email: details.email })
  expect(old.mails).toEqual([])
  const { phone, code } = arrive(app)
  await phone.post(urls.signIn, { email: moved.email })
  await phone.post(urls.signInCode, { code: code() })
  expect((await phone.get(urls.desk)).status).toBe(200)
})

test('nobody gets a second digest in a week because his address changed', async () => {
  const then = here.at('2026-09-28T00:20:00Z')
  await here.at(days(2)).file()
  while ((await writeDigests(then.scene)).more);
  const before = await sendAll(then)
  expect(before.filter(({ to }) => to === details.email)).toHaveLength(1)
  clock.now = then.scene.now
  await (await at('administrator')).post(page('handler'), moved)
  const later = here.at('2026-09-28T03:20:00Z')
  while ((await writeDigests(later.scene)).more);
  const after = await sendAll(later)
  expect(after.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
    'handler@union.example 您的账号换了邮箱',
    'li.chengban@union.example 您的账号换了邮箱',
  ])
})

test('what had not gone yet goes to the new address only, once', async () => {
  await here.given('dispatched')
  await sendDue(postOffice(here, broken).office, mails)
  await (await at('administrator')).post(page('handler'), moved)
  const later = here.at(days(1))
  await later.strike()
  const turns = (await sendAll(later)).filter(({ subject }) => subject.startsWith('轮到您办理'))
  expect(turns.map(({ to }) => to)).toEqual([moved.email])
  const rows = (await deliveriesOf(here)).filter(({ address }) => address === details.email)
  expect(rows.map(({ status }) => status)).toEqual(['sent'])
})

test('an address that somebody else has is refused beside its field, and what was typed stays', async () => {
  const phone = await at('administrator')
  const answer = await phone.post(page('handler'), { ...details, name: '李四', email: 'head@union.example' })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('这个邮箱已经有账号了')
  for (const value of ['李四', 'head@union.example']) expect(text).toContain(`value="${value}"`)
  const wrong = await phone.post(page('handler'), { ...details, name: '', email: 'head' })
  for (const name of ['name', 'email']) expect(await wrong.clone().text()).toContain(`href="#${name}"`)
  expect(await rowOf('handler')).toMatchObject({ name: '李承办', email: details.email })
  expect(await logged(here)).toEqual([])
})

test('nobody changes his own details, nor those of people beyond his reach', async () => {
  await here.person('townboss', [['administrator', 'township']])
  const his = await at('townboss')
  expect((await his.post(page('townboss'), { ...details, email: 'mine@union.example' })).status).toBe(422)
  expect((await his.post(page('countyOfficer'), { ...details, email: 'mine@union.example' })).status).toBe(
    404,
  )
  expect((await rowOf('townboss'))?.email).toBe('townboss@union.example')
  // Not in the whole of his scope.
  await here.person('both', [
    ['handler', 'township'],
    ['handler', 'elsewhere'],
  ])
  expect((await his.post(page('both'), { ...details, email: 'mine@union.example' })).status).toBe(422)
})

test('whoever gets the mailbox of somebody named for a strict category does not see its cases by that', async () => {
  await here.person('second', [['administrator', 'federation']])
  await here.person('named', [['handler', 'federation']], ['harassment'])
  await here.person('beside', [['handler', 'federation']], ['harassment'])
  await here.db
    .insert(proposedNominees)
    .values({ category: 'mental', staffId: 'named', proposedBy: 'second', proposedAt: monday })
  const phone = await at('administrator')
  const change = { ...details, email: 'mine@union.example' }
  const asked = await phone.post(page('named'), change)
  expect(asked.status).toBe(422)
  const text = await asked.text()
  expect(read(text)).toContain('指定随之失效')
  expect(text).toContain('name="sure" value="yes"')
  expect((await rowOf('named'))?.email).toBe('named@union.example')

  expect((await phone.post(page('named'), { ...change, sure: 'yes' })).status).toBe(303)
  expect(await here.db.select().from(categoryNominees)).toEqual([
    { category: 'harassment', staffId: 'beside' },
  ])
  expect(await here.db.select().from(proposedNominees)).toEqual([])
  const told = (await here.notices()).filter(({ kind }) => kind === 'naming').map(({ to }) => to)
  expect(told.sort()).toEqual(['beside', 'named'])
})

test('who has not come yet is to be seen, found, and invited again; who has come is not', async () => {
  const phone = await at('administrator')
  const lin = { name: '林新', email: 'lin@union.example', role: 'handler', org: 'township', locale: 'zh' }
  await phone.post(urls.officeStaff, lin)
  const [row] = await here.db.select().from(staff).where(eq(staff.email, lin.email))
  const id = row?.id ?? ''
  await sendAll()
  await at('head')
  const waiting = async () => (await phone.get(urls.officeStaff + query({ show: 'waiting' }))).text()
  expect(await waiting()).toContain(page(id))
  expect(await waiting()).not.toContain(page('head'))
  expect(read(await (await phone.get(page(id))).text())).toContain(
    '还没有登录过 最近一次邀请： 2026年9月21日 · 已发送',
  )

  expect((await phone.post(page(id), { act: 'invite' })).status).toBe(303)
  const sent = await sendAll()
  expect(sent.map(({ to, subject }) => `${to} ${subject}`)).toEqual([`${lin.email} 县总工会邀请您使用呼应`])
  expect((await logged(here)).at(-1)).toBe('administrator invited_again lin@union.example')

  const { phone: his, code } = arrive(app)
  await his.post(urls.signIn, { email: lin.email })
  await his.post(urls.signInCode, { code: code() })
  expect(await waiting()).not.toContain(page(id))
  expect((await phone.post(page(id), { act: 'invite' })).status).toBe(422)
  expect(await sendAll()).toEqual([])
})
