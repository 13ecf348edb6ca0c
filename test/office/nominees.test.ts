import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { categoryNominees, proposedNominees } from '../../src/db/tables/orgs.ts'
import { agreeToNominee, proposeNominee, unname } from '../../src/orgs/nominating.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged, officeOf } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('townboss', [['administrator', 'township']])
})

/** The town has one administrator of the federation; here is another. */
const second = () => here.person('second', [['administrator', 'federation']])

const named = () => here.db.select().from(categoryNominees)
const proposed = () => here.db.select().from(proposedNominees)
const category = 'harassment'
const person = (id: string) => urls.officePerson(id)

async function propose(who: string, whom: string) {
  return (await at(who)).post(person(whom), { act: 'propose', category })
}

async function agree(who: string, whom: string) {
  return (await at(who)).post(person(whom), { act: 'agree', category })
}

/** Named by two people, as it has to be. */
async function name(whom: string) {
  expect((await propose('administrator', whom)).status).toBe(303)
  expect((await agree('second', whom)).status).toBe(303)
}

test('one proposes, a second one agrees; only then the person sees cases of the category', async () => {
  await second()
  const held = await here.file({ category, orgPath: '0001', orgId: 'federation', bypassesUnit: false })
  await propose('administrator', 'countyHandler')
  expect(await named()).toEqual([])
  expect((await (await at('countyHandler')).get(urls.deskCase(held.id))).status).toBe(404)
  await agree('second', 'countyHandler')
  expect(await named()).toEqual([{ category, staffId: 'countyHandler' }])
  expect(await proposed()).toEqual([])
  expect((await (await at('countyHandler')).get(urls.deskCase(held.id))).status).toBe(200)
  expect(await logged(here)).toEqual([
    'administrator naming_proposed countyHandler@union.example: harassment',
    'second named_for_category countyHandler@union.example: harassment',
  ])
})

test('nobody agrees to his own proposal', async () => {
  await second()
  await propose('administrator', 'countyHandler')
  const page = await agree('administrator', 'countyHandler')
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('这是您自己的提名')
  expect(await named()).toEqual([])
})

test('nobody proposes himself, or agrees to his own naming', async () => {
  await second()
  expect((await propose('second', 'second')).status).toBe(422)
  await here.person('third', [['administrator', 'federation']])
  expect((await propose('administrator', 'second')).status).toBe(303)
  const page = await agree('second', 'second')
  expect(page.status).toBe(422)
  expect(await named()).toEqual([])
  expect(read(await (await (await at('second')).get(urls.officeNominees)).text())).toContain('这是对您的提名')
  expect((await agree('third', 'second')).status).toBe(303)
})

test('whoever administers a part of the federation names nobody, agrees to nobody and un-names nobody', async () => {
  await second()
  await propose('administrator', 'handler')
  const phone = await at('townboss')
  for (const act of ['propose', 'agree', 'refuse', 'unname']) {
    const page = await phone.post(person('handler'), { act, category, sure: 'yes' })
    expect(page.status, act).toBe(422)
  }
  expect(await named()).toEqual([])
  expect(await proposed()).toHaveLength(1)
  const page = await (await phone.get(person('handler'))).text()
  expect(page).not.toContain(`value="${category}"`)
  expect((await phone.get(urls.officeNominees)).status).toBe(403)
  const office = officeOf(here, await here.person('unionboss', [['administrator', 'union']]))
  expect(await proposeNominee(office, here.people.handler, category)).toBe('not_allowed')
  expect(await agreeToNominee(office, here.people.handler, category)).toBe('not_allowed')
  expect(await unname(office, here.people.handler, category)).toBe('not_allowed')
})

test('a single administrator is told to invite a second one, and nothing is let through', async () => {
  const phone = await at('administrator')
  const page = await (await phone.get(person('countyHandler'))).text()
  expect(page).toContain('请先邀请一位县总工会管理员')
  expect(page).not.toContain('value="propose"')
  const refused = await propose('administrator', 'countyHandler')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('请先邀请一位县总工会管理员')
  expect(await (await phone.get(urls.officeNominees)).text()).toContain('请先邀请一位县总工会管理员')
  expect([...(await named()), ...(await proposed())]).toEqual([])
})

test('of two administrators neither alone can have the other named', async () => {
  await second()
  const page = await propose('administrator', 'second')
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('请先邀请一位县总工会管理员')
})

test('a proposal falls with whoever made it', async () => {
  await second()
  await here.person('third', [['administrator', 'federation']])
  await propose('administrator', 'countyHandler')
  await (await at('third')).post(person('administrator'), { act: 'deactivate', sure: 'yes' })
  const page = await agree('second', 'countyHandler')
  expect(page.status).toBe(422)
  expect(await named()).toEqual([])
  // It is not in the way of a new one.
  expect((await propose('third', 'countyHandler')).status).toBe(303)
  expect((await agree('second', 'countyHandler')).status).toBe(303)
})

test('a second administrator refuses, and whoever proposed may take it back', async () => {
  await second()
  for (const who of ['second', 'administrator']) {
    await propose('administrator', 'countyHandler')
    expect((await (await at(who)).post(person('countyHandler'), { act: 'refuse', category })).status).toBe(
      303,
    )
    expect(await proposed()).toEqual([])
    expect((await agree('second', 'countyHandler')).status).toBe(422)
  }
  expect(await named()).toEqual([])
  expect((await logged(here)).filter((it) => it.includes('naming_refused'))).toHaveLength(2)
})

test('the other administrators are told of a proposal, and the named ones of a naming', async () => {
  await second()
  await name('countyHandler')
  await name('countyHead')
  const told = (await here.notices()).map((it) => `${it.to} ${it.kind} ${it.status}`)
  expect(told).toEqual([
    'second naming_proposed pending',
    'countyHandler naming pending',
    'second naming_proposed pending',
    'countyHandler naming pending',
    'countyHead naming pending',
  ])
})

test('nobody is told of a naming that did not come to pass', async () => {
  await second()
  await propose('administrator', 'countyHandler')
  await agree('administrator', 'countyHandler')
  await propose('administrator', 'countyHandler')
  const told = (await here.notices()).map((it) => `${it.to} ${it.kind}`)
  expect(told).toEqual(['second naming_proposed'])
})

test('who is named no longer is told so, with all who stay, and it stands in the log', async () => {
  await second()
  await name('countyHandler')
  await name('countyHead')
  const before = (await here.notices()).length
  const answer = await (await at('administrator')).post(person('countyHandler'), {
    act: 'unname',
    category,
    sure: 'yes',
  })
  expect(answer.status).toBe(303)
  expect(await named()).toEqual([{ category, staffId: 'countyHead' }])
  const told = (await here.notices()).slice(before).map((it) => `${it.to} ${it.kind}`)
  expect(told.sort()).toEqual(['countyHandler naming', 'countyHead naming'])
  expect((await logged(here)).at(-1)).toBe(
    'administrator unnamed_for_category countyHandler@union.example: harassment',
  )
})

test.each<[string, Record<string, string>]>([
  ['is un-named', { act: 'unname', category }],
  ['has his account closed', { act: 'deactivate' }],
  ['loses the role by which he reads', { act: 'revoke', role: 'handler', org: 'federation' }],
])('before the last one named %s, the page warns that nobody will see the cases', async (_, act) => {
  await second()
  await name('countyHandler')
  const phone = await at('administrator')
  const before = await logged(here)
  const page = await phone.get(urls.officeParting('countyHandler') + query(act))
  const text = await page.text()
  expect(text).toContain('没有人能看到')
  expect(text).toContain('name="sure" value="yes"')
  // What is sent without it comes to the question.
  const sent = await phone.post(person('countyHandler'), act)
  expect(sent.headers.get('location')).toBe(urls.officeParting('countyHandler') + query(act))
  expect(await logged(here)).toEqual(before)
  expect((await phone.post(person('countyHandler'), { ...act, sure: 'yes' })).status).toBe(303)
  expect(await (await phone.get(urls.office)).text()).toContain('“性骚扰”没有指定人员')
  expect(await (await phone.get(urls.officeNominees)).text()).toContain('没有人能看到“性骚扰”的诉求')
})

test('of two who are named one goes without a warning', async () => {
  await second()
  await name('countyHandler')
  await name('countyHead')
  const answer = await (await at('administrator')).post(person('countyHead'), {
    act: 'deactivate',
    sure: 'yes',
  })
  expect(answer.status).toBe(303)
})

test('the overview shows a naming that waits, with the way to it', async () => {
  await second()
  await propose('administrator', 'countyHandler')
  const phone = await at('second')
  expect(await (await phone.get(urls.office)).text()).toContain('1 项指定人员的提名')
  const page = await (await phone.get(urls.officeNominees)).text()
  expect(page).toContain(person('countyHandler'))
  expect(page).toContain('value="agree"')
})

test('account and roles of somebody named for a strict category are the federation’s to change', async () => {
  await here.person('confidant', [['handler', 'township']], [category])
  const phone = await at('townboss')
  for (const act of ['deactivate', 'activate', 'reset'])
    expect((await phone.post(person('confidant'), { act, sure: 'yes' })).status, act).toBe(422)
  for (const [act, role] of [
    ['grant', 'chair'],
    ['revoke', 'handler'],
  ] as const)
    expect(
      (await phone.post(person('confidant'), { act, role, org: 'township', sure: 'yes' })).status,
      act,
    ).toBe(422)
  expect(await logged(here)).toEqual([])
  const page = await (await phone.get(person('confidant'))).text()
  expect(page).not.toContain('name="act"')
  const county = await at('administrator')
  const role = { act: 'grant', role: 'chair', org: 'township' }
  expect((await county.post(person('confidant'), role)).status).toBe(303)
})

test('who comes back after his account was closed is named no longer, and the others were told', async () => {
  await second()
  await name('countyHandler')
  await name('countyHead')
  const before = (await here.notices()).length
  const phone = await at('administrator')
  await phone.post(person('countyHead'), { act: 'deactivate', sure: 'yes' })
  await phone.post(person('countyHead'), { act: 'activate' })
  expect(await named()).toEqual([{ category, staffId: 'countyHandler' }])
  expect((await here.notices()).slice(before).map((it) => `${it.to} ${it.kind}`)).toEqual([
    'countyHandler naming',
  ])
  expect((await logged(here)).slice(-3)).toEqual([
    'administrator deactivated countyHead@union.example',
    'administrator unnamed_for_category countyHead@union.example: harassment',
    'administrator activated countyHead@union.example',
  ])
})

test('nobody whose account is closed is named', async () => {
  await second()
  await propose('administrator', 'countyHandler')
  const phone = await at('administrator')
  await phone.post(person('countyHandler'), { act: 'deactivate', sure: 'yes' })
  expect((await agree('second', 'countyHandler')).status).toBe(422)
  expect(await named()).toEqual([])
})

test('who is named sees on his own account with whom he shares the cases', async () => {
  await second()
  await name('countyHandler')
  await name('countyHead')
  const page = read(await (await (await at('countyHandler')).get(urls.account)).text())
  expect(page).toContain('“性骚扰”的指定人员')
  expect(page).toContain(here.people.countyHead.name)
  const other = read(await (await (await at('handler')).get(urls.account)).text())
  expect(other).not.toContain('的指定人员')
})
