import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sites } from '../../src/db/tables/forms.ts'
import { dailyFilings } from '../../src/db/tables/submissions.ts'
import { forgetDays } from '../../src/figures/filed-at-sites.ts'
import { inFives } from '../../src/figures/in-fives.ts'
import { limitForm } from '../../src/forms/opening.ts'
import { dayIn } from '../../src/orgs/zone.ts'
import { query, urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged, officeOf } from '../support/town/office.ts'
import { app, at, clock, read } from '../support/town/pages.ts'
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

test('months tell the fives that became full in them, and together what the total tells', async () => {
  const seen = async () => {
    const site = await (await at('administrator')).get(urls.officeSite(codes.grievance))
    return read(await site.text())
  }
  const filed = async (count: number, day: number) => {
    const [of, until] = [dayIn('Asia/Shanghai', days(day)), days(day + 1)]
    await here.db.insert(dailyFilings).values({ day: of, siteCode: codes.grievance, count })
    await forgetDays(here.at(until).scene)
    await forgetDays(here.at(until).scene)
  }
  await filed(4, 0)
  expect(await seen()).not.toContain('每个月')
  await filed(7, 1)
  expect(await seen()).toMatch(/2026年9月 10 件/)
  await filed(3, 10)
  expect(await seen()).not.toContain('2026年10月')
  await filed(1, 11)
  expect(await seen()).toMatch(/收到多少 .* 2026年10月 5 件 2026年9月 10 件/)
  expect(await seen()).toContain('收到 15～19 件')
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

test('a site has a note of the office, by which it is found, and which stands on no poster', async () => {
  const phone = await at('administrator')
  const noted = await phone.post(urls.officeSite(codes.grievance), { act: 'label', label: '打卡机旁\u202e' })
  expect(noted.status).toBe(303)
  expect(await logged(here)).toContain(`administrator site_labelled ${codes.grievance}`)
  expect(await listed({ q: '打卡机' })).toEqual([codes.grievance])
  expect(read(await page())).toContain('· 打卡机旁')
  expect(await (await phone.get(urls.officePoster(codes.grievance))).text()).not.toContain('打卡机')
  const long = await phone.post(urls.officeSite(codes.grievance), { act: 'label', label: '门'.repeat(81) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('门'.repeat(81))
})

test('a site takes something from the morning of its first day to the end of its last one', async () => {
  const phone = await at('administrator')
  const dated = async (days: Record<string, string>) =>
    await phone.post(urls.officeSite(codes.grievance), { act: 'dates', ...days })
  const wrong = await dated({ from: '2026-10-01', until: '2026-09-30' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toMatch(/value="2026-10-01".*value="2026-09-30"/s)
  expect((await dated({ from: '2026-09-22', until: '2026-09-23' })).status).toBe(303)
  const told: [string, number, string, string][] = [
    ['2026-09-21T23:59:00+08:00', 404, '2026年9月22日起可以填写', 'notYet'],
    ['2026-09-22T00:00:00+08:00', 200, '向工会反映问题', 'open'],
    ['2026-09-23T23:59:00+08:00', 200, '向工会反映问题', 'open'],
    ['2026-09-24T00:00:00+08:00', 410, '已经结束', 'over'],
  ]
  for (const [time, status, words, show] of told) {
    clock.now = new Date(time)
    const scanned = await browser(app).get(urls.site(codes.grievance))
    expect([scanned.status, read(await scanned.text())], time).toEqual([
      status,
      expect.stringContaining(words),
    ])
    expect(await listed({ show }), time).toContain(codes.grievance)
    expect(await listed({ show: show === 'over' ? 'open' : 'over' }), time).not.toContain(codes.grievance)
  }
})

test('a form that is over closes its sites, which the office reads of each', async () => {
  await limitForm(officeOf(here), { id: 'safety', slug: 'safety' }, { opensAt: null, closesAt: days(-1) })
  expect(await listed({ show: 'over' })).toEqual([codes.safety])
  expect(await listed({ show: 'closed' })).toEqual([codes.closed])
  const site = await (await at('administrator')).get(urls.officeSite(codes.safety))
  expect(read(await site.text())).toContain('已结束')
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
