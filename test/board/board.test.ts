import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openDb } from '../../src/db/client.ts'
import { monthlyFigures } from '../../src/db/tables/figures.ts'
import { urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'

const db = openDb(env.DB)
const now = new Date('2026-11-23T00:00:00Z')

beforeEach(async () => {
  await db.delete(monthlyFigures)
})

async function page(lang: 'zh' | 'en' = 'en') {
  const answer = await createApp(() => now).request(`${urls.board}?lang=${lang}`, {}, bindings())
  expect(answer.status).toBe(200)
  // What a person reads: the tags are gone, each run of text is one line.
  return (await answer.text()).replace(/<[^>]+>/g, '\n').replace(/\s*\n\s*/g, '\n')
}

test('a month that is over shows its cases and the three rates with what they rest on', async () => {
  await db.insert(monthlyFigures).values([
    {
      month: '2026-10',
      category: 'wages',
      filed: 22,
      contactsDue: 20,
      contactsInTime: 18,
      rated: 8,
      solved: 5,
      partly: 2,
      satisfied: 8,
    },
    { month: '2026-10', category: 'hours', filed: 9, contactsDue: 10, contactsInTime: 9 },
  ])
  const text = await page()
  expect(text).toContain('October 2026\nCases received\n31\n')
  expect(text).toContain('Response rate\n90%\n27 of 30 cases\n')
  expect(text).toContain('Solved rate\n63%\n5 of 8 workers\n')
  expect(text).toContain('Satisfied rate\n100%\n8 of 8 workers\n')
  expect(text).toContain('Unpaid wages\n22\n')
  expect(await page('zh')).toContain('2026年10月\n收到诉求\n31 件\n')
})

test('a cell under five is withheld, with another so that it cannot be computed back', async () => {
  await db.insert(monthlyFigures).values([
    { month: '2026-10', category: 'wages', filed: 22, rated: 3, solved: 2, satisfied: 2 },
    { month: '2026-10', category: 'hours', filed: 9 },
    { month: '2026-10', category: 'injury', filed: 2 },
  ])
  const text = await page()
  expect(text).toContain('Cases received\n33\n')
  expect(text).toContain('Unpaid wages\n22\n')
  expect(text).toContain('Working hours and overtime\nwithheld\n')
  expect(text).toContain('Work injury and occupational disease\nwithheld\n')
  expect(text).toContain('Solved rate\nwithheld\n')
  expect(text).toContain('Response rate\nnone in this month\n')
})

test('a month with few cases shows neither their number nor a rate that gives it away', async () => {
  await db
    .insert(monthlyFigures)
    .values({ month: '2026-10', category: 'wages', filed: 4, contactsDue: 6, contactsInTime: 6 })
  const text = await page()
  expect(text).toContain('Cases received\nwithheld\n')
  expect(text).toContain('Response rate\nwithheld\n')
  expect(text).not.toContain('Unpaid wages')
})

test('the month that runs is not shown before it is over', async () => {
  await db.insert(monthlyFigures).values({ month: '2026-11', category: 'wages', filed: 50 })
  const text = await page()
  expect(text).toContain('There are no figures to publish yet\n')
  expect(text).toContain('They appear when a month is over, next on 1 December 2026.')
})
