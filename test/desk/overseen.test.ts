import { beforeAll, beforeEach, expect, test } from 'vitest'
import { query, urls } from '../../src/urls.ts'
import { clock, read } from '../support/town/pages.ts'
import { pathOf } from '../support/town/places.ts'
import { monday } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(async () => {
  await open()
  await here.person('localChair', [['chair', 'township']])
  await here.person('named', [['supervisor', 'federation']], ['harassment'])
})
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
})

const there = { orgId: 'elsewhereUnion', orgPath: pathOf('elsewhereUnion'), enterpriseId: null } as const
const firstPageOf = async (person: string) => (await see(person, urls.desk)).text
const wordsFor = async (person: string) => read(await firstPageOf(person))
const to = (show: string, more: Record<string, string> = {}) =>
  `href="${(urls.deskCases + query({ show, ...more })).replaceAll('&', '&amp;')}"`

test('who leads reads first what waits for him, what is dangerous, late and supervised, and where', async () => {
  await here.given('sign_off')
  const dangerous = await here.file({ category: 'safety' })
  const neglected = await here.at('2026-09-16T09:00:00+08:00').file(there)
  await press('supervisor', neglected, 'supervision', { reason: '抓紧' })
  await here.strike()
  const deputy = await firstPageOf('deputy')
  expect(read(deputy)).toMatch(/我的待办 1 等您签发 1 有人身危险 \d 已超期 \d 督办中/)
  for (const show of ['to_sign', 'danger', 'late', 'supervised']) expect(deputy).toContain(to(show))
  expect(read(deputy)).toMatch(/各单位 华阳镇总工会 等您签发 1 件 危险 1 件/)
  expect(read(deputy)).toMatch(/青石镇总工会 超期 1 件 督办 1 件/)

  const late = /href="([^"]*show=late&amp;under=elsewhere)"/.exec(deputy)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const list = (await see('deputy', late)).text
  expect(list).toContain(urls.deskCase(neglected.id))
  expect(list).not.toContain(urls.deskCase(dangerous.id))
})

test('a supervisor has nothing to sign', async () => {
  await here.given('sign_off')
  expect(await wordsFor('supervisor')).not.toContain('签发')
  expect(await wordsFor('supervisor')).toMatch(/0 有人身危险 \d 已超期/)
})

test('the chair is shown the replies, requests and closings that wait for him alone', async () => {
  const asked = await here.given('investigating')
  await press('handler', asked, 'extension-request', { days: '10', reason: '等鉴定' })
  await here.given('sign_off')
  // The nearest chair decides about more time; a township's own one, where it has one.
  expect(await wordsFor('localChair')).toContain('1 等您签发')
  expect(await wordsFor('chair')).toContain('0 等您签发')
})

test('what lies at his own level is told apart from what lies below', async () => {
  await here.file({ category: 'safety' })
  await here.file({
    category: 'safety',
    orgId: 'federation',
    orgPath: pathOf('federation'),
    enterpriseId: null,
  })
  const text = await firstPageOf('chair')
  expect(read(text)).toContain('望江县总工会（本级） 危险 1 件')
  expect(text).toContain(to('danger', { under: 'federation', alone: 'yes' }))
})

test('a strict case is counted for who is named alone', async () => {
  await here.file({ category: 'harassment', danger: true })
  expect(await wordsFor('chair')).toContain('0 有人身危险')
  expect(await wordsFor('named')).toContain('1 有人身危险')
})

test('who stands aside from a case does not count it', async () => {
  const held = await here.file({ category: 'safety' })
  await press('chair', held, 'recusal', { reason: '亲属' })
  expect(await wordsFor('chair')).toContain('0 有人身危险')
  expect(await wordsFor('deputy')).toContain('1 有人身危险')
})

test('who handles cases has his work alone on the first page', async () => {
  await here.file({ category: 'safety' })
  for (const person of ['officer', 'handler', 'head'])
    expect(await firstPageOf(person), person).not.toContain('class="tallies"')
})
