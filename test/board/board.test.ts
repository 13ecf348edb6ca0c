import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openDb } from '../../src/db/client.ts'
import { publications } from '../../src/db/tables/figures.ts'
import type { Told } from '../../src/figures/published.ts'
import { urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'

const db = openDb(env.DB)
const now = new Date('2026-11-23T00:00:00Z')

beforeEach(async () => {
  await db.delete(publications)
})

async function html(lang: 'zh' | 'en' = 'en') {
  const answer = await createApp(() => now).request(`${urls.board}?lang=${lang}`, {}, bindings())
  expect(answer.status).toBe(200)
  return answer.text()
}

/** What a person reads: the tags are gone, each run of text is one line. */
async function page(lang: 'zh' | 'en' = 'en') {
  return (await html(lang)).replace(/<[^>]+>/g, '\n').replace(/\s*\n\s*/g, '\n')
}

async function published(period: string, told: Partial<Told>) {
  const nothing = { filed: null, contacts: null, answers: null, categories: [] }
  await db.insert(publications).values({ period, publishedAt: now, told: { ...nothing, ...told } })
}

const months = ['2026-10']

test('a month that is over shows its cases and the three rates with what they rest on', async () => {
  await published('2026-10', {
    filed: { months, of: 31 },
    contacts: { months, of: 30, inTime: 25 },
    answers: { months, of: 18, solved: 6, partly: 7, satisfied: 18 },
  })
  const text = await page()
  expect(text).toContain('October 2026\nCases received\n31\n')
  expect(text).toContain('Response rate\n83%\n25 of 30 cases\n')
  expect(text).toContain('Solved rate\n33%\n6 of 18 workers\n')
  expect(text).toContain('Satisfied rate\n100%\n18 of 18 workers\n')
  expect(await page('zh')).toContain('2026年10月\n收到诉求\n31 件\n')
})

test('partly solved has a line of its own and is not in the solved rate', async () => {
  await published('2026-10', { answers: { months, of: 18, solved: 6, partly: 7, satisfied: 18 } })
  expect(await page()).toContain('Partly solved\n39%\n7 of 18 workers\n')
  expect(await page('zh')).toContain('部分解决\n39%\n18 人中 7 人\n')
})

test('what is withheld is called so, with the way to the quarter that stands in for it', async () => {
  await published('2026-09', { filed: { months: ['2026-09'], of: 12 } })
  const together = ['2026-07', '2026-08', '2026-09']
  await published('2026-Q3', { contacts: { months: together, of: 29, inTime: 24 } })
  const text = await page()
  expect(text).toContain('Response rate\ntoo few, withheld\nsee Quarter 3 of 2026\n')
  expect(text).toContain('What workers say\ntoo few, withheld\n')
  expect(text).toContain('Response rate (July, August, September together)\n83%\n24 of 29 cases\n')
  expect(await html()).toContain('href="#m2026-Q3"')
  expect(await page('zh')).toContain('响应率（7月、8月、9月合计）\n83%\n29 件中 24 件\n')
})

test('categories that cannot be told are one number, and none of them is named', async () => {
  const categories = [{ category: 'wages', filed: 22 }] as const
  await published('2026-10', { filed: { months, of: 33 }, categories: [...categories] })
  const text = await page()
  expect(text).toContain('Unpaid wages\n22\nAll other categories\n11\n')
  expect(text).not.toContain('Working hours')
})

test('months that follow each other and tell nothing are one line, unless their quarter or year speaks for them', async () => {
  for (const period of ['2026-01', '2026-02', '2026-03', '2026-08', '2026-09', '2026-10'])
    await published(period, {})
  await published('2026-Q3', { filed: { months: ['2026-08', '2026-09'], of: 5 } })
  const text = await page()
  expect(text).toContain('October 2026\nToo few people: the figures are withheld.\n')
  expect(text).toContain('January 2026 to March 2026\nToo few people: the figures are withheld.\n')
  expect(text).toContain('August 2026\nCases received\ntoo few, withheld\nsee Quarter 3 of 2026\n')
})

test('newest first, a longer period before its months, and no month older than a year', async () => {
  for (const period of ['2025', '2025-11', '2025-10', '2026-09', '2026-Q3', '2026-10', '2025-Q4'])
    await published(period, { filed: { months: [period], of: 7 } })
  const headings = (await html()).match(/<h2 id="m[^"]+"/g)?.map((it) => it.slice(9, -1))
  expect(headings).toEqual(['2026-10', '2026-Q3', '2026-09', '2025', '2025-Q4', '2025-11'])
})

test('before the first month is over it says when that will be', async () => {
  const text = await page()
  expect(text).toContain('There are no figures to publish yet\n')
  expect(text).toContain('They appear when a month is over, next on 1 December 2026.')
})
