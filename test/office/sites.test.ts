import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { forgetDays } from '../../src/cases/full-days.ts'
import { sites } from '../../src/db/tables/forms.ts'
import { inFives } from '../../src/figures/in-fives.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const page = async (asked: Record<string, string> = {}) =>
  await (await (await at('administrator')).get(urls.officeSites + query(asked))).text()
/** The codes of the sites that are listed. */
const listed = async (asked: Record<string, string> = {}) =>
  [...(await page(asked)).matchAll(/href="\/office\/sites\/(\w{5})"/g)].map((it) => it[1]).sort()

test('each site says how many were filed there, up to yesterday and in fives', async () => {
  for (let filed = 0; filed < 6; filed++) await here.file()
  const ofGate = async () => read(await page({ q: codes.grievance }))
  expect(await ofGate()).toContain('收到少于 5 件')
  await forgetDays(here.at(days(1)).scene)
  expect(await ofGate()).toContain('收到 5～9 件')
  const site = await (await at('administrator')).get(urls.officeSite(codes.grievance))
  expect(read(await site.text())).toContain('收到 5～9 件')
})

test('nobody who looks every day can tell one filing from none', () => {
  const told = Array.from({ length: 40 }, (_, filed) => JSON.stringify(inFives(filed)))
  for (const one of new Set(told)) expect(told.filter((it) => it === one)).toHaveLength(5)
})

test('sites are found by place, employer or code, by form, and by whether they are open', async () => {
  const all = Object.values(codes).sort()
  expect(await listed()).toEqual(all)
  expect(await listed({ q: '二车间' })).toEqual([codes.safety])
  expect(await listed({ q: 'GATE' })).toEqual([codes.grievance, codes.closed].sort())
  expect(await listed({ q: '东升' })).toEqual(all)
  expect(await listed({ q: codes.closed.toLowerCase() })).toEqual([codes.closed])
  expect(await listed({ of: 'safety' })).toEqual([codes.safety])
  expect(await listed({ show: 'closed' })).toEqual([codes.closed])
  expect(await listed({ show: 'open', of: 'grievance' })).toEqual([codes.grievance])
  expect(read(await page({ q: '没有此处' }))).toContain('没有这样的点位')
})

test('a filter stays on the next page', async () => {
  const [site] = await here.db.select().from(sites).where(eq(sites.code, codes.closed))
  const many = Array.from({ length: 40 }, (_, at) => `X${String(at).padStart(4, '0')}`)
  for (const code of many) if (site) await here.db.insert(sites).values({ ...site, code })
  const next = /href="([^"]*after=[^"]*)"/.exec(await page({ show: 'closed', q: '旧门' }))?.[1] ?? ''
  expect(next).toContain('show=closed')
  const text = await (await (await at('administrator')).get(next.replaceAll('&amp;', '&'))).text()
  expect(text).toContain('X0039')
  expect(text).not.toContain(codes.grievance)
})
