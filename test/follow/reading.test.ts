import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { actions } from '../../src/cases/processes.ts'
import { staff } from '../../src/db/tables/orgs.ts'
import { states } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { appealedToCounty } from '../support/town/deciding.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { monday, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
  await here.db.update(staff).set({ name: sql`'Secret Name of ' || id` })
})

describe.each(['zh', 'en'] as const)('the page in %s', (locale) => {
  test.each(states.filter((state) => state !== 'submitted'))(
    'of a case in %s says what happens and names nobody',
    async (state) => {
      // What the county decided itself is told in words of its own (`reviewing.test.ts`).
      const held = state === 'under_review' ? await appealedToCounty(here) : await here.given(state)
      const phone = await phoneOf(held)
      const answer = await phone.get(`${urls.follow}?lang=${locale}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const page = await answer.text()
      if (state !== 'closed') expect(read(page)).toContain(catalogs[locale].follow.status[state].now)
      expect(page).not.toContain('Secret Name')
      expect(page).not.toContain('union.example')
      expect(page).not.toMatch(/<style|style=|<script(?! src="\/)|(src|href)="https?:/)
    },
  )

  test('every act of every process has its sentence', () => {
    const sentences: Record<string, (who: string) => string> = catalogs[locale].follow.history
    expect(Object.keys(sentences).sort()).toEqual([...actions].sort())
    for (const sentence of Object.values(sentences)) expect(sentence('X').length).toBeGreaterThan(4)
  })
})

test('a case under triage says who has it, the next step and its date', async () => {
  const phone = await phoneOf(await here.file())
  const page = read(await phone.page())
  expect(page).toContain('谁在办 值班受理员（华阳镇总工会）')
  expect(page).toContain('下一步 告诉您是否受理')
  expect(page).toContain('最晚 2026年9月22日')
  expect(page).toContain('不构成法律意见')
})

test('a supervised case says by role who watches over it, and nothing of anybody where nobody does', async () => {
  const supervised = async (category: 'wages' | 'mental') => {
    const held = await here.file({ category, danger: false })
    await here.at('2026-09-23T10:00:00+08:00').strike()
    return read(await (await phoneOf(held)).page())
  }
  expect(await supervised('wages')).toContain('这件事正在督办，盯着进度的是督办员（望江县总工会）。')
  const alone = await supervised('mental')
  expect(alone).toContain('这件事正在督办。')
  expect(alone).not.toContain('盯着')
})

test('a question of the union comes before everything else, with its form', async () => {
  const held = await here.given('needs_info')
  const page = await (await phoneOf(held)).page()
  const order = ['Because of the story.', 'name="information"', 'id="thread"', 'id="history"'].map((it) =>
    page.indexOf(it),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order[0]).toBeGreaterThan(0)
})

test('the worker sees that somebody looked at who he is, by role', async () => {
  const held = await here.file()
  await here.look('officer', held, { reason: 'To call him back' })
  const page = await (await phoneOf(held)).page()
  expect(page).toContain('值班受理员查看了您的身份信息。')
  expect(page).not.toContain('To call him back')
})

test('a new message of the union is marked once, and then read', async () => {
  const held = await here.file()
  await here.does('officer', held, 'write', { body: 'We are on it.', key: 'k' })
  const phone = await phoneOf(held)
  expect(read(await phone.page())).toContain('新 · 值班受理员')
  const again = read(await phone.page())
  expect(again).toContain('We are on it.')
  expect(again).not.toContain('新 ·')
})
