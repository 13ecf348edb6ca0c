import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sites } from '../../src/db/tables/forms.ts'
import { quotas, seats } from '../../src/db/tables/quotas.ts'
import { forgetDays } from '../../src/figures/filed-at-sites.ts'
import { openOrCloseSite } from '../../src/forms/changing-sites.ts'
import { inAll, ofSite } from '../../src/forms/quota-keys.ts'
import { urls } from '../../src/urls.ts'
import { atSite, signingUpIn } from '../cases/seats/seats.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { logged, officeOf, orgOf, replacedIn } from '../support/town/office.ts'
import { app, at, clock, read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const replaced = (code: string) => replacedIn(here, code)
const siteOf = async (code: string) => await here.db.select().from(sites).where(eq(sites.code, code)).get()
const scan = async (code: string) => {
  const answer = await browser(app).get(urls.site(code))
  return { status: answer.status, html: await answer.text() }
}

test('whoever replaces a code prints the new poster next, and the old one says what came after it', async () => {
  const phone = await at('administrator')
  const act = { because: '海报被撕' }
  const page = urls.officeSiteReplacement(codes.grievance)
  expect(await (await phone.get(urls.officeSite(codes.grievance))).text()).toContain(`href="${page}"`)
  expect((await phone.post(page)).status).toBe(422)
  const long = await phone.post(page, { because: '撕'.repeat(201) })
  expect(await long.text()).toContain('撕'.repeat(201))
  const answer = await phone.post(page, act)
  const poster = answer.headers.get('location') ?? ''
  const [, code = ''] = /sites\/(\w{5})\/poster/.exec(poster) ?? []
  expect(read(await (await phone.get(poster)).text())).toContain(`请把新海报（${code}）贴在原处`)
  const old = read(await (await phone.get(urls.officeSite(codes.grievance))).text())
  expect(old).toContain(`已换成 ${code}`)
  expect(old).toContain('海报被撕')
  expect(await logged(here)).toEqual([`administrator site_replaced ${codes.grievance}`])
  expect((await phone.get(page)).headers.get('location')).toBe(urls.officeSite(codes.grievance))
  const again = await phone.post(page, act)
  expect(again.headers.get('location')).toBe(poster)
  expect(await here.db.$count(sites)).toBe(4)
})

test('two who replace a code at once hang up one', async () => {
  const [one, other] = await Promise.all([replaced(codes.grievance), replaced(codes.grievance)])
  expect(one).toBe(other)
  expect(await here.db.$count(sites)).toBe(4)
})

test('the old code takes nothing by itself, and leads to the new one as long as that is open', async () => {
  const code = await replaced(codes.grievance)
  const { status, html } = await scan(codes.grievance)
  expect(status).toBe(410)
  expect(html).toContain(`href="${urls.site(code)}"`)
  expect(read(html)).toContain(`点位代码是 ${code.slice(0, 2)} ${code.slice(2)}`)
  expect(html).not.toContain('海报被撕')
  const typed = await browser(app).post(urls.site(codes.grievance), { story: '九月的工资没有发' })
  expect(await typed.text()).toContain('九月的工资没有发')
  expect((await scan(code)).status).toBe(200)

  const newer = await replaced(code)
  expect((await scan(codes.grievance)).html).toContain(`href="${urls.site(newer)}"`)
  await openOrCloseSite(officeOf(here), { code: newer, org: await orgOf(here, 'union') }, false)
  const closed = await scan(codes.grievance)
  expect(closed.status).toBe(410)
  expect(closed.html).not.toContain(urls.site(newer))
  expect(read(closed.html)).toContain('这里已停止收集')
})

test('the page of a code from before it was replaced changes nothing, says so, and gives the words back', async () => {
  await replaced(codes.grievance)
  const phone = await at('administrator')
  for (const act of ['label', 'dates', 'close', 'open']) {
    const answer = await phone.post(urls.officeSite(codes.grievance), { act, label: '打卡机旁' })
    expect(answer.status).toBe(409)
    expect(read(await answer.text())).toContain('打卡机旁')
  }
})

test('a code that was replaced is not opened again', async () => {
  await replaced(codes.grievance)
  await openOrCloseSite(officeOf(here), { code: codes.grievance, org: await orgOf(here, 'union') }, true)
  expect((await siteOf(codes.grievance))?.open).toBe(false)
  expect(await logged(here)).toEqual([`administrator site_replaced ${codes.grievance}`])
})

test('how many a site takes, and who has a place there, go on with the place', async () => {
  await here.db
    .insert(quotas)
    .values({ formId: 'grievance', of: ofSite(codes.grievance), most: 20, taken: 1 })
  await here.db
    .insert(seats)
    .values({ caseId: 'one', formId: 'grievance', wants: ['form', ofSite(codes.grievance)], turn: null })
  const code = await replaced(codes.grievance)
  expect(await here.db.select().from(quotas)).toMatchObject([{ of: ofSite(code), most: 20, taken: 1 }])
  expect(await here.db.select().from(seats)).toMatchObject([{ wants: ['form', ofSite(code)] }])
})

test('a place is counted at the code that hangs there now, whichever one was scanned', async () => {
  const there = signingUpIn(here)
  const wants = [inAll, atSite]
  const early = await there.signUp({ wants })
  const code = await replaced(codes.grievance)
  const limit = (most: number) => there.limitAtSite(most, code)
  await limit(2)
  expect(early && (await there.seatOf(early))).toBe('has')
  expect(await there.takenOf(ofSite(code))).toBe(1)

  // Whoever began before it was replaced has a day to finish.
  expect(await there.signUp({ wants })).not.toBeNull()
  expect(await there.takenOf(ofSite(code))).toBe(2)
  expect(await there.signUp({ wants })).toBeNull()
})

test('figures go on with the place, also of what is filed while its code is replaced', async () => {
  for (let filed = 0; filed < 6; filed++) await here.file()
  await forgetDays(here.at(days(1)).scene)
  for (let filed = 0; filed < 5; filed++) await here.file()
  const code = await replaced(codes.grievance)
  await forgetDays(here.at(days(2)).scene)
  expect(await siteOf(code)).toMatchObject({ filings: 11, fives: { '2026-09': 2 }, place: { zh: '一号门' } })
  expect(await siteOf(codes.grievance)).toMatchObject({ filings: 0, fives: {} })
})
