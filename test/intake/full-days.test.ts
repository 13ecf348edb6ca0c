import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { file, fileFrom } from '../../src/cases/filing.ts'
import { runJob } from '../../src/schedule.ts'
import { read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { days } from '../support/town/times.ts'
import { plainFiling, rules, type Town, town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'
import { answers, clock, countOf, openedToken, sites, visitor } from './visitor.ts'

const settings = { ...rules.settings, filingsPerSite: 3, filingsInAll: 6 }

let here: Town
let planted: Town | undefined
beforeAll(async () => {
  await env.DB.prepare(
    "insert into settings (key, value, updated_at) values ('filingsPerSite', '10', 0)",
  ).run()
})
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted.with({ rules: { ...rules, settings } })
  await here.forgetCases()
  await env.DB.prepare('delete from daily_filings').run()
})

const filed = (changes: Partial<ReturnType<typeof plainFiling>> = {}) =>
  fileFrom(here.scene, { ...plainFiling(), ...changes }, null)

const full = { ok: false, why: 'day_full' }

test('a site takes so many filings a day, the others go on, and the next day does', async () => {
  for (let time = 0; time < 3; time += 1) expect(await filed()).toMatchObject({ ok: true })
  expect(await filed()).toEqual(full)
  expect(await countOf('cases')).toBe(3)
  expect(await countOf('submissions')).toBe(3)
  expect(await filed({ siteCode: codes.safety })).toMatchObject({ ok: true })
  expect(await filed({ siteCode: null })).toMatchObject({ ok: true })
  const tomorrow = { ...here.scene, now: days(1) }
  expect(await fileFrom(tomorrow, plainFiling(), null)).toMatchObject({ ok: true })
})

test('the whole service takes so many a day, at whichever sites', async () => {
  const all = [codes.grievance, codes.safety, null, codes.grievance, codes.safety, null]
  for (const siteCode of all) expect(await filed({ siteCode })).toMatchObject({ ok: true })
  expect(await filed({ siteCode: codes.closed })).toEqual(full)
})

test('danger is stopped by no site, and by the whole day only at half as many again', async () => {
  for (let time = 0; time < 9; time += 1) expect(await filed({ danger: true })).toMatchObject({ ok: true })
  expect(await filed({ danger: true })).toEqual(full)
  expect(await filed({ siteCode: codes.safety })).toEqual(full)
})

test('of ten filings at once a site takes what it may', async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => filed()))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
  expect(await countOf('cases')).toBe(3)
})

test('what was filed before is answered with its receipt, though the day is full since', async () => {
  const filing = { ...plainFiling(), key: 'the first' }
  const first = await file(here.scene, filing)
  for (let time = 0; time < 2; time += 1) await filed()
  expect(await file(here.scene, filing)).toEqual({ ...first, again: true })
})

test('a worker keeps what he typed on a page that says so, with numbers to call and one button', async () => {
  for (let time = 0; time < 10; time += 1)
    await file(planted?.at(clock.now).scene ?? here.scene, plainFiling())
  const worker = visitor()
  const token = await openedToken(worker, sites.grievance)
  const sent = { ...answers, token, step: 'send' }
  const answer = await worker.post(sites.grievance, sent)
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const html = await answer.text()
  expect(html).toContain('name="story" value="三个月没发工资"')
  expect(html).toContain('value="send"')
  expect(html).toContain('tel:12351')
  expect(html).toContain('tel:110')
  expect(read(html)).toMatch(/明天零点再收。您填的已经存好：抄下最下面的续填码/)
  expect(html).toMatch(/<details open=""[^>]*>.*<p class="code groups three">/s)
  expect(await countOf('cases')).toBe(10)

  const dangerous = await worker.post(sites.grievance, { ...sent, danger: 'yes' })
  expect(dangerous.status).toBe(303)
})

test('the counts of a day are forgotten with the day, and stay as those of its sites', async () => {
  const filings = async () =>
    (await env.DB.prepare('select filings from sites where code = ?').bind(codes.grievance).first())?.filings
  await filed()
  await filed()
  expect(await filings()).toBe(0)
  for (const day of [1, 1, 2]) {
    await runJob('0 * * * *', workerEnv().bindings, days(day))
    expect(await countOf('daily_filings')).toBe(0)
    expect(await filings()).toBe(2)
  }
})
