import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { closeDays } from '../../src/cases/record/closing-days.ts'
import { linkCases } from '../../src/cases/record/linking.ts'
import { verify } from '../../src/cases/record/verifying.ts'
import { dayHeads } from '../../src/db/tables/record.ts'
import { query, urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged } from '../support/town/office.ts'
import { app, at, clock, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

/** One case of the first day, and so many days that are over. */
async function recorded(over: number) {
  await linkCases(here.scene, [(await here.given('investigating')).id])
  clock.now = days(over)
  for (let closed = 0; closed < over; closed += 3) await closeDays(here.at(clock.now).scene)
}

test('before the first day is over both pages say so', async () => {
  expect(read(await (await (await at('auditor')).get(urls.officeRecord)).text())).toContain(
    '还没有可以下载的文件',
  )
  expect(read(await (await browser(app).get(urls.record)).text())).toContain('第一天过完，就有第一串')
})

test('an auditor takes a file, which is whole, and the log and its first line say who took it', async () => {
  await recorded(2)
  const auditor = await at('auditor')
  const page = await (await auditor.get(urls.officeRecord)).text()
  expect(read(page)).toMatch(/2026年9月21日至2026年9月22日 5 条/)
  const answer = await auditor.post(urls.officeRecord, { from: '2026-09-21', skip: '0' })
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="huying-record-2026-09-21.jsonl"',
  )
  const text = await answer.text()
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({
    for: expect.stringContaining('auditor@union.example'),
    at: clock.now.toISOString(),
  })
  const heads = await here.db.select().from(dayHeads)
  const known = new Map(heads.map(({ day, head }) => [day, head]))
  expect(await verify([{ name: 'file', text }], known)).toMatchObject({ found: [], days: 2 })
  expect((await logged(here)).at(-1)).toBe('auditor record_taken 2026-09-21 – 2026-09-22')
})

test('a file that there is not is not given, and nothing is logged', async () => {
  await recorded(2)
  const auditor = await at('auditor')
  const before = await logged(here)
  for (const fields of [{}, { from: '2026-09-22', skip: '0' }, { from: '2026-09-21', skip: '4000' }])
    expect((await auditor.post(urls.officeRecord, fields)).status).toBe(400)
  expect(await logged(here)).toEqual(before)
})

test('months before are a touch away', async () => {
  await recorded(11)
  const auditor = await at('auditor')
  expect(read(await (await auditor.get(urls.officeRecord)).text())).toContain('2026年10月 2026年10月1日')
  const before = await (await auditor.get(urls.officeRecord + query({ month: '2026-09' }))).text()
  expect(read(before)).toContain('2026年9月21日至2026年9月30日')
})

test('anybody reads the heads, the newest first, and learns nothing else from them', async () => {
  await recorded(36)
  const heads = await here.db.select().from(dayHeads)
  const page = await (await browser(app).get(urls.record)).text()
  const shown = [...page.matchAll(/<code class="hash">([\da-f ]+)<\/code>/g)].map((it) =>
    it[1]?.replaceAll(' ', ''),
  )
  expect(shown).toEqual(
    heads
      .map(({ head }) => head)
      .toReversed()
      .slice(0, 31),
  )
  const next = /href="([^"]*record\?before=[^"]+)"/.exec(page)?.[1] ?? ''
  expect(await (await browser(app).get(next)).text()).toContain(heads[0]?.head.slice(0, 8))
  for (const { salt, sealed } of heads) {
    expect(page).not.toContain(salt)
    expect(page).not.toContain(sealed)
  }
})
