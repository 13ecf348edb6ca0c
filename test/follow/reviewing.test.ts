import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { answeredByTownship } from '../support/town/deciding.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

const { city } = settingsFrom([])
const reason = 'Not right.'
const pageOf = async (held: { receipt: string; id: string }) => read(await (await phoneOf(held)).page())

test('whoever is not content with the county reads how to reach the federation above it, and when it is asked', async () => {
  const held = await here.given('replied')
  expect(await pageOf(held)).toContain(city.name.zh)
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect(await pageOf(held)).toMatch(new RegExp(`由上一级总工会复查.*${city.name.zh}.*${city.phone}`))
  succeeded(await here.does('countyOfficer', held, 'escort', { handlerId: 'countyHandler' }))
  const page = await pageOf(held)
  expect(page).toMatch(/我们的人陪着办.*我们的人去问复查的进展.*2026年9月30日/)
  expect(page).toContain(city.phone)
})

test('what the township answered names nobody outside', async () => {
  expect(await pageOf(await answeredByTownship(here))).not.toContain(city.name.zh)
})

test('a worker whose case the county declined reads it beside the objection', async () => {
  const held = await here.file()
  succeeded(await here.does('officer', held, 'propose_decline', { reason }))
  succeeded(await here.does('countyHead', held, 'agree_decline'))
  expect(await pageOf(held)).toContain(city.name.zh)
})

test('after two reviews the page says that there is no third', async () => {
  const held = await here.given('replied')
  const [head, handler] = [
    await here.person('anotherHead', [['department_head', 'federation']]),
    await here.person('anotherHandler', [['handler', 'federation']]),
  ]
  for (const [by, approver, signer] of [
    ['countyHandler', 'countyHead', 'chair'],
    [handler, head, await here.person('thirdChair', [['chair', 'federation']])],
  ] as const) {
    succeeded(await here.workerDoes(held, 'appeal', { reason }))
    const handlerId = typeof by === 'string' ? by : by.id
    succeeded(await here.does('countyOfficer', held, 'escort', { handlerId }))
    succeeded(await here.does(by, held, 'start_draft'))
    succeeded(await here.does(by, held, 'submit_draft', { body: 'So the city says.', outcome: 'partly' }))
    succeeded(await here.does(approver, held, 'approve'))
    succeeded(await here.does(signer, held, 'sign'))
  }
  const page = await pageOf(held)
  expect(page).toContain('按规定不再复查')
  expect(page).not.toContain('要求上一级复查')
})
