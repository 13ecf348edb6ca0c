import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { noticesOfStranded } from '../../../src/cases/clock/telling-stranded.ts'
import { listStranded } from '../../../src/cases/stranded.ts'
import { deactivate, revoke } from '../../../src/orgs/granting.ts'
import { unname } from '../../../src/orgs/nominating.ts'
import { urls } from '../../../src/urls.ts'
import { planOf } from '../../support/query-plan.ts'
import { townAnew } from '../../support/town/anew.ts'
import { officeOf } from '../../support/town/office.ts'
import { at, clock, read } from '../../support/town/pages.ts'
import { monday, succeeded, type Town } from '../../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const stranded = async () => (await listStranded(here.db, 50)).cases.map((it) => [it.number, it.role, it.why])
const leaves = (
  who:
    | 'officer'
    | 'head'
    | 'countyOfficer'
    | 'secondOfficer'
    | 'countyHead'
    | 'handler'
    | 'otherHandler'
    | 'countyHandler',
) => deactivate(officeOf(here), here.people[who], true)

test('a case of which everybody has the people is none', async () => {
  for (const state of ['triage', 'investigating', 'in_review', 'sign_off', 'replied', 'withdrawn'] as const)
    await here.given(state)
  expect(await stranded()).toEqual([])
})

test('a case whose role nobody has there or above', async () => {
  const { number } = await here.given('in_review')
  await leaves('head')
  expect(await stranded()).toEqual([])
  await leaves('countyHead')
  expect(await stranded()).toEqual([[number, 'department_head', 'no_role']])
})

test('a strict case that nobody named sees: filed, accepted as strict, or left by the only one named', async () => {
  const filed = await here.file({ category: 'mental', danger: false })
  const accepted = await here.file()
  succeeded(await here.does('officer', accepted, 'accept', { category: 'harassment' }))
  const inspector = await here.person('inspector', [['duty_officer', 'federation']], ['conduct'])
  const left = await here.file({ category: 'conduct' })
  expect(await unname(officeOf(here), inspector, 'conduct', true)).toBe('done')
  const all = [filed, accepted, left].map(({ number }) => [number, 'duty_officer', 'not_named'])
  expect((await stranded()).sort()).toEqual(all.sort())
})

test('a strict case that waits for the worker, whose words nobody would see', async () => {
  const inspector = await here.person('inspector', [['duty_officer', 'federation']], ['conduct'])
  const held = await here.file({ category: 'conduct' })
  succeeded(await here.does(inspector, held, 'ask_info', { reason: 'When?' }))
  expect(await stranded()).toEqual([])
  expect(await revoke(officeOf(here), inspector, 'duty_officer', 'federation', true)).toBe('done')
  expect(await stranded()).toEqual([[held.number, null, 'not_named']])
})

test('a case from which all stand aside who could take it', async () => {
  const held = await here.file()
  for (const who of ['officer', 'countyOfficer', 'secondOfficer'] as const)
    succeeded(await here.does(who, held, 'recuse', { reason: 'A friend.' }))
  expect(await stranded()).toEqual([[held.number, 'duty_officer', 'barred']])
})

test('a reopened case finds another handler above, and without one it is nobody’s', async () => {
  const held = await here.given('reopened')
  await leaves('otherHandler')
  expect(await stranded()).toEqual([])
  await leaves('countyHandler')
  expect(await stranded()).toEqual([[held.number, 'duty_officer', 'no_handler']])
})

test('the overview says which cases, where and why, and where that can be mended', async () => {
  const held = await here.given('in_review')
  const strict = await here.file({ category: 'conduct' })
  await leaves('head')
  await leaves('countyHead')
  const page = await (await (await at('administrator')).get(urls.office)).text()
  expect(read(page)).toContain('2 件诉求没有人能办')
  expect(page).toContain(
    `<a href="${urls.officeStaff}">诉求 ${held.number}（华阳镇总工会）：本级和上级都没有“部门负责人”。`,
  )
  expect(page).toContain(`<a href="${urls.officeNominees}">诉求 ${strict.number}（`)
  expect(page).not.toContain('工会及干部作风”，')
})

test('the administrators are told on every working day, whether it is late or not, and of danger at once', async () => {
  const { number } = await here.given('in_review')
  await leaves('head')
  await leaves('countyHead')
  const alarms = async () =>
    (await here.notices())
      .filter(({ kind }) => kind === 'alarm')
      .map(({ to, event, caseId }) => [to, event, caseId])
  await here.at('2026-09-22T07:00:00+08:00').strike()
  expect(await alarms()).toEqual([])
  await here.at('2026-09-22T08:00:00+08:00').strike()
  await here.at('2026-09-22T09:00:00+08:00').strike()
  expect(await alarms()).toEqual([['administrator', 'nobody 2026-09-22', '']])
  expect((await here.notices()).at(-1)?.data).toEqual({
    why: 'nobody',
    count: 1,
    cases: [
      {
        id: expect.any(String),
        number,
        org: { zh: '华阳镇总工会', en: 'Huayang Township' },
        role: 'department_head',
        stranding: 'no_role',
      },
    ],
  })
  await here.at('2026-09-23T08:00:00+08:00').strike()
  expect(await alarms()).toHaveLength(2)
  const { id } = await here.at('2026-09-26T03:00:00+08:00').given('in_review', { danger: true })
  await here.at('2026-09-26T04:00:00+08:00').strike()
  await here.at('2026-09-26T05:00:00+08:00').strike()
  expect((await alarms()).slice(2)).toEqual([['administrator', 'nobody 2026-09-26', id]])
  await here.at('2026-09-27T04:00:00+08:00').strike()
  expect((await alarms()).slice(3)).toEqual([['administrator', 'nobody 2026-09-27', id]])
})

test('finding them reads open cases by an index, and walks through no people', async () => {
  const statements = noticesOfStranded(here.at('2026-09-23T08:00:00+08:00').scene)
  expect(statements).toHaveLength(2)
  for (const statement of statements) {
    const plan = await planOf(env.DB, statement)
    expect(
      plan.filter((step) =>
        /^SCAN (?:cases|g|s|role_grants|staff|duties)\b(?!.*cases_(?:open|danger))/.test(step),
      ),
    ).toEqual([])
    expect(plan.join()).toMatch(/cases USING INDEX cases_(?:open|danger)/)
  }
})

test('where it was told when it happened, the clock tells it no second time within a day', async () => {
  await here.at('2026-09-26T03:10:00+08:00').file({ category: 'mental', danger: true })
  const alarms = async () =>
    (await here.notices()).filter(({ data }) => (data as { why?: string }).why === 'nobody')
  await here.at('2026-09-26T04:00:00+08:00').strike()
  expect(await alarms()).toHaveLength(1)
  await here.at('2026-09-27T04:00:00+08:00').strike()
  expect(await alarms()).toHaveLength(2)
})
