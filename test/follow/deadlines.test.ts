import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { calendarYears } from '../../src/db/tables/orgs.ts'
import { mails } from '../../src/mails/all.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { urls } from '../../src/urls.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { postOffice } from '../support/town/post.ts'
import { succeeded, type Town, town } from '../support/town/town.ts'

const provisional = '（暂定：该年度节假日安排尚未公布）'
/** Ten and thirty days after it fall in a year of which nobody knows the holidays. */
const december = new Date('2026-12-28T10:10:00+08:00')

let here: Town
beforeAll(async () => {
  here = (await town(env.DB)).at(december)
  clock.now = december
})

const pageOf = async (held: Parameters<typeof phoneOf>[0]) => read(await (await phoneOf(held)).page())

test('the ends of all that a worker may still do are marked where they may move', async () => {
  const replied = await pageOf(await here.given('replied'))
  expect(replied).toContain(`最晚这一天回答（当天也算）： 2027年1月7日 ${provisional}`)
  expect(replied).toContain(`要求重新办理 会换`)
  expect(replied.split(`最晚这一天提出（当天也算）： 2027年1月27日 ${provisional}`)).toHaveLength(3)
  const declined = await pageOf(await here.given('declined'))
  expect(declined).toContain(`最晚这一天提出（当天也算）： 2027年1月27日 ${provisional}`)
})

test('in a year that is known nothing is marked', async () => {
  await here.db.insert(calendarYears).values({ year: 2026, daysOff: [], daysWorked: [], updatedAt: december })
  forgetRules()
  const september = here.at('2026-09-21T09:00:00+08:00')
  const held = await september.given('replied')
  clock.now = new Date('2026-09-21T09:00:00+08:00')
  const page = await pageOf(held)
  clock.now = december
  expect(page).toContain('最晚这一天提出（当天也算）： 2026年10月21日')
  expect(page).not.toContain('暂定')
})

test('what is counted in hours is shown with the hour: to the worker, at the desk, and in the mail', async () => {
  const held = await here.file({ danger: true })
  expect(await pageOf(held)).toContain('最晚 2026年12月28日 12:10')
  const desk = await at('officer')
  expect(read(await (await desk.get(urls.deskCase(held.id))).text())).toContain('2026年12月28日 12:10')
  const { office, sent } = postOffice(here)
  await sendDue(office, mails)
  expect(sent.find(({ subject }) => subject.includes('请马上联系'))?.text).toContain(
    '最晚：2026年12月28日 12:10。',
  )
})

test('as long as the worker is to be contacted, he reads until when', async () => {
  const held = await here.given('investigating')
  expect(await pageOf(held)).toContain('工会联系您 最晚 2026年12月29日 10:10')
  succeeded(await here.workerDoes(held, 'say_danger', { reason: 'They wait at the gate.' }))
  expect(await pageOf(held)).toContain('工会联系您 最晚 2026年12月28日 12:10')
  succeeded(await here.does('handler', held, 'phone', { reason: 'He is at home.' }))
  expect(await pageOf(held)).not.toContain('工会联系您')
})

test('who withdraws while in danger reads that he is contacted all the same, until he was', async () => {
  const held = await here.file({ danger: true })
  succeeded(await here.workerDoes(held, 'withdraw'))
  const page = await pageOf(held)
  expect(page).toContain('我们还会联系您一次')
  expect(page).toContain('工会联系您 最晚 2026年12月28日 12:10')
  succeeded(await here.does('officer', held, 'phone', { reason: 'He is safe.' }))
  expect(await pageOf(held)).not.toContain('我们还会联系您一次')
})
