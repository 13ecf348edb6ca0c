import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { tellLimitations } from '../../../src/cases/clock/telling-limitation.ts'
import { urls } from '../../../src/urls.ts'
import { at, clock, phoneOf, read } from '../../support/town/pages.ts'
import { type Held, succeeded, type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

const morning = (day: string) => here.at(`${day}T09:00:00+08:00`)
const tell = (day: string) => tellLimitations(morning(day).scene)
const told = async (held: Held) =>
  (await here.notices())
    .filter(({ caseId, kind }) => caseId === held.id && kind === 'limitation')
    .map(({ to, event, status }) => `${to} ${event} ${status}`)

/** An accident of 9 December 2025; the year is over on 9 December 2026. */
const injury = {
  category: 'injury',
  happenedOn: '2025-12-09',
  answers: { matter: 'injury', story: 'My hand.', since: '2025-12-09' },
} as const

test('whoever has the case is told when sixty days are left, and when fourteen are, once each', async () => {
  const held = await here.given('investigating', injury)
  await tell('2026-10-09')
  expect(await told(held)).toEqual([])
  await tell('2026-10-12')
  await tell('2026-10-13')
  expect(await told(held)).toEqual(['handler 60 days pending'])
  await tell('2026-11-27')
  await tell('2026-11-30')
  expect(await told(held)).toEqual(['handler 60 days pending', 'handler 14 days pending'])
})

test('where its worker has it, the duty officer is told', async () => {
  const held = await here.given('needs_info', injury)
  await tell('2026-11-27')
  expect(await told(held)).toEqual(['officer 14 days pending'])
})

test('nobody is told on a day off, of what has ended, or of what is over', async () => {
  const held = await here.given('investigating', injury)
  await tell('2026-11-28')
  await tell('2026-12-10')
  expect(await told(held)).toEqual([])
  const closed = await here.given('closed', injury)
  await tell('2026-11-27')
  expect(await told(closed)).toEqual([])
})

test('accepted as something else, another time runs, or none', async () => {
  const [toNone, toOne] = [await here.file(injury), await here.file({ ...injury, category: 'hours' })]
  succeeded(await here.does('officer', toNone, 'accept', { category: 'hours' }))
  succeeded(await here.does('officer', toOne, 'accept', { category: 'contract' }))
  expect([(await here.caseOf(toNone)).limitationAt, (await here.caseOf(toOne)).limitationAt]).toEqual([
    null,
    new Date('2026-12-09T23:59:59+08:00'),
  ])
})

test('worker and cadre read until when, and how that is counted', async () => {
  clock.now = here.scene.now
  const held = await here.given('investigating', injury)
  const page = read(await (await phoneOf(held)).page())
  expect(page).toContain('您本人可以在一年内申请工伤认定，最晚 2026年12月9日。')
  expect(page).toContain('从您填的时间算起。')
  const desk = read(await (await (await at('handler')).get(urls.deskCase(held.id))).text())
  expect(desk).toContain('职工本人申请工伤认定 2026年12月9日 · 从职工填的时间算起，仅供参考')

  const unsaid = await here.given('investigating', { category: 'contract' })
  expect(read(await (await phoneOf(unsaid)).page())).toMatch(/最晚 2027年9月21日。.*您没有填是哪一天/)
  const other = await here.given('investigating', { category: 'hours' })
  expect(read(await (await phoneOf(other)).page())).not.toContain('一年内')
})

test('the limit of the law is shown to both, before it is accepted and after', async () => {
  clock.now = here.scene.now
  const held = await here.file()
  expect(read(await (await phoneOf(held)).page())).toContain('按规定，告诉您是否受理 最晚 2026年9月30日')
  await here.reach(held, 'investigating')
  expect(read(await (await phoneOf(held)).page())).toContain('按规定，办结 最晚 2026年11月20日')
  expect(read(await (await (await at('handler')).get(urls.deskCase(held.id))).text())).toContain(
    '法定办理期限 2026年11月20日',
  )
})
