import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { look } from '../../src/cases/identities.ts'
import { writeToWorker } from '../../src/cases/messages.ts'
import { actions } from '../../src/cases/workflow.ts'
import { staff } from '../../src/db/tables/orgs.ts'
import { states } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { monday, type World, world } from '../support/world.ts'
import { clock, phoneOf, read } from './phone.ts'

let here: World
beforeAll(async () => {
  clock.now = monday
  here = await world(env.DB)
  await here.db.update(staff).set({ name: sql`'Secret Name of ' || id` })
})

describe.each(['zh', 'en'] as const)('the page in %s', (locale) => {
  test.each(states.filter((state) => state !== 'submitted'))(
    'of a case in %s says what happens and names nobody',
    async (state) => {
      const held = await here.fileCase()
      await here.advance(held, state)
      const phone = await phoneOf(held)
      const answer = await phone.get(`${urls.follow}?lang=${locale}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const page = await answer.text()
      if (state !== 'closed') expect(read(page)).toContain(catalogs[locale].follow.status[state].now)
      expect(page).not.toContain('Secret Name')
      expect(page).not.toContain('union.example')
      expect(page).not.toMatch(/<style|style=|<script|(src|href)="https?:/)
    },
  )

  test('every act of the workflow has its sentence', () => {
    const sentences: Record<string, (who: string) => string> = catalogs[locale].follow.history
    expect(Object.keys(sentences).sort()).toEqual([...actions].sort())
    for (const sentence of Object.values(sentences)) expect(sentence('X').length).toBeGreaterThan(4)
  })
})

test('a case under triage says who has it, the next step and its date', async () => {
  const phone = await phoneOf(await here.fileCase())
  const page = read(await phone.page())
  expect(page).toContain('谁在办 值班受理员（township）')
  expect(page).toContain('下一步 告诉您是否受理')
  expect(page).toContain('最晚 2026年9月22日')
  expect(page).toContain('不构成法律意见')
})

test('a question of the union comes before everything else, with its form', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'needs_info')
  const page = await (await phoneOf(held)).page()
  const order = ['Because of the story.', 'name="information"', 'id="thread"', 'id="history"'].map((it) =>
    page.indexOf(it),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order[0]).toBeGreaterThan(0)
})

test('the worker sees that somebody looked at who he is, by role', async () => {
  const held = await here.fileCase()
  const subject = await here.load('officer', held.id)
  await look(here.scene, here.people.officer, subject, { reason: 'To call him back' })
  const page = await (await phoneOf(held)).page()
  expect(page).toContain('值班受理员查看了您的身份信息。')
  expect(page).not.toContain('To call him back')
})

test('a new message of the union is marked once, and then read', async () => {
  const held = await here.fileCase()
  const subject = await here.load('officer', held.id)
  await writeToWorker(here.scene, here.people.officer, subject, { body: 'We are on it.', key: 'k' })
  const phone = await phoneOf(held)
  expect(read(await phone.page())).toContain('新 · 值班受理员')
  const again = read(await phone.page())
  expect(again).toContain('We are on it.')
  expect(again).not.toContain('新 ·')
})
