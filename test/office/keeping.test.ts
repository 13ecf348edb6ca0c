import { env } from 'cloudflare:workers'
import { eq, ne, notInArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { forms, formVersions, sites } from '../../src/db/tables/forms.ts'
import { calendarYears, settings } from '../../src/db/tables/orgs.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { deactivate, revoke } from '../../src/orgs/granting.ts'
import { retentionOf } from '../../src/orgs/retention-days.ts'
import { forgetRules, loadRules } from '../../src/orgs/rules.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { makerOf } from '../support/town/making.ts'
import { formerOfficeOf, logged } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { deliveriesOf, failForGood, tells } from '../support/town/post.ts'
import { settingsForm } from '../support/town/settings-form.ts'
import { succeeded, type Town } from '../support/town/town.ts'

const now = new Date('2026-11-23T02:00:00Z')
const formId = 'suggestion'

let here: Town

beforeEach(async () => {
  clock.now = now
  here = await townAnew(env.DB, now)
})

test('settings are kept, and the log names those that changed', async () => {
  const phone = await at('administrator')
  expect((await phone.post(urls.officeSettings, settingsForm)).status).toBe(303)
  const rows = await here.db.select().from(settings)
  expect(rows.find((it) => it.key === 'zone')?.value).toBe('Asia/Urumqi')
  expect(rows.find((it) => it.key === 'address')?.value).toBe('https://huying.example.org')
  expect(rows.map((it) => it.key)).not.toContain('secondFactor')
  expect((await logged(here)).at(-1)).toContain(
    'administrator settings_changed name, zone, address, mail, retentionDays',
  )
  const page = await (await phone.get(urls.officeSettings)).text()
  expect(page).toContain('value="Asia/Urumqi"')
})

test.each([
  ['zone', 'Asia/Nowhere'],
  ['filingsPerSite', '3'],
  ['filingsInAll', 'all'],
  ['retentionDays', '0'],
  ['retentionDays', '59'],
  ['retentionDays', '3661'],
  ['logDays', '179'],
  ['retention-wages', '59'],
  ['retention-wages', 'long'],
  ['from', 'union'],
  ['smtpHost', ''],
  ['address', 'huying.example.org'],
  ['address', 'https://'],
  ['address', 'https://%'],
  ['address', 'https://[::1'],
  ['address', 'https://a b.example'],
  ['address', 'https://union@evil.example'],
  ['address', 'https://huying.example.org/deep'],
  ['address', 'https://huying.example.org?a'],
  ['address', 'javascript:alert(1)'],
  ['address', `https://${'a'.repeat(300)}.example`],
  ['smtpHost', 'mail.example.org evil'],
  ['smtpUser', 'union\nRCPT TO:<a@b.example>'],
  ['target-finish', 'seven'],
  ['target-finish', '0'],
  ['target-finish-unit', 'weeks'],
  ['helplines', '12351 工会维权'],
  ['name-zh', ''],
  ['city-name-zh', ''],
  ['city-phone', '1'.repeat(201)],
])('a wrong %s is told, and nothing is saved', async (field, value) => {
  const phone = await at('administrator')
  await phone.post(urls.officeSettings, settingsForm)
  const before = await here.db.select().from(settings)
  expect(before).not.toEqual([])
  const page = await phone.post(urls.officeSettings, { ...settingsForm, retentionDays: '90', [field]: value })
  expect(page.status).toBe(422)
  expect(await here.db.select().from(settings)).toEqual(before)
})

test.each([
  ['triage', '365d', 15],
  ['triage', '11wd', 15],
  ['danger', '99d', 1],
  ['danger', '25h', 1],
  ['finish', '61d', 60],
  ['finish_complex', '43wd', 60],
] as const)('a target of %s past the limit of the law is refused: %s', async (name, length, days) => {
  const phone = await at('administrator')
  const [, amount = '', unit = ''] = /^(\d+)(\w+)$/.exec(length) ?? []
  const typed = { [`target-${name}`]: amount, [`target-${name}-unit`]: unit }
  const answer = await phone.post(urls.officeSettings, { ...settingsForm, ...typed })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(catalogs.zh.office.settings.errors.pastCeiling(days))
  expect(page).toContain(`href="#target-${name}"`)
  expect(await here.db.select().from(settings)).toEqual([])
})

test('a category may be kept for a time of its own; one too short is told beside its field, and why', async () => {
  const phone = await at('administrator')
  const own = { ...settingsForm, 'retention-wages': '60', 'retention-injury': '3650' }
  expect((await phone.post(urls.officeSettings, own)).status).toBe(303)
  forgetRules()
  const kept = (await loadRules(here.db, now)).settings
  expect(kept).toMatchObject({ retentionDays: 730, retentionByCategory: { wages: 60, injury: 3650 } })
  expect([retentionOf(kept, 'wages'), retentionOf(kept, 'hours')]).toEqual([60, 730])
  const page = await (await phone.get(urls.officeSettings)).text()
  expect(page).toMatch(/name="retention-injury"[^>]*value="3650"/)

  const short = await phone.post(urls.officeSettings, { ...own, 'retention-hours': '5' })
  const answer = await short.text()
  expect(answer).toContain('href="#retention-hours"')
  expect(answer).not.toContain('href="#retention-wages"')
  expect(answer).toContain('少于 60 天不行')
})

test('a target just within the limit is kept', async () => {
  const phone = await at('administrator')
  const longest = {
    'target-triage': '10',
    'target-triage-unit': 'wd',
    'target-danger': '24',
    'target-danger-unit': 'h',
    'target-finish_complex': '60',
  }
  expect((await phone.post(urls.officeSettings, { ...settingsForm, ...longest })).status).toBe(303)
})

test('targets are read and typed in words, without any code', async () => {
  const phone = await at('administrator')
  const page = await (await phone.get(urls.officeSettings)).text()
  expect(read(page)).not.toMatch(/\b\d+(?:h|d|wd)\b/)
  expect(page).toMatch(/name="target-triage"[^>]*value="1"/)
  expect(page).toMatch(/<select name="target-triage-unit"[^>]*>.*?<option value="wd" selected[^>]*>个工作日/s)
  const typed = { ...settingsForm, 'target-step': ' ３ ', 'target-step-unit': 'd' }
  expect((await phone.post(urls.officeSettings, typed)).status).toBe(303)
  forgetRules()
  expect((await loadRules(here.db, now)).settings.targets.step).toBe('3d')
})

test('a form is closed, opened and published anew; the old version stays as it was', async () => {
  const phone = await at('administrator')
  const before = await here.db.select().from(formVersions)
  const isOpen = async () => (await here.db.select().from(forms).where(eq(forms.id, formId)).get())?.open
  await phone.post(urls.officeForm(formId), { act: 'close' })
  expect(await isOpen()).toBe(false)
  await phone.post(urls.officeForm(formId), { act: 'open' })
  expect(await isOpen()).toBe(true)
  const json = JSON.stringify({ ...standardForms.suggestion, title: { zh: '金点子', en: 'Ideas' } })
  const answer = await makerOf(phone, formId).publishText(JSON.parse(json))
  expect(answer.headers.get('location')).toBe(urls.officeForm(formId) + query({ published: 2 }))
  expect(await here.db.select().from(formVersions).where(ne(formVersions.number, 2))).toEqual(before)
  expect(await here.db.select().from(formVersions).where(eq(formVersions.number, 2))).toEqual([
    expect.objectContaining({ formId, definition: expect.objectContaining({ schema: 2 }) }),
  ])
  const version = await (await phone.get(urls.officeFormVersion(formId, 1))).text()
  expect(version).toContain(`href="${urls.officeFormOut(formId) + query({ version: 1 })}"`)
  for (const { label } of (standardForms.suggestion?.pages ?? []).flatMap(({ fields }) => fields))
    expect(version).toContain(label.zh)
  expect((await logged(here)).slice(-3)).toEqual([
    'administrator form_closed suggestion',
    'administrator form_opened suggestion',
    'administrator form_published suggestion',
  ])
})

test('a translation that is older than its source is told, until it is made anew', async () => {
  const phone = await at('administrator')
  const titled = (zh: string, en: string) =>
    makerOf(phone, formId).publishText({ ...standardForms.suggestion, title: { zh, en } })
  const page = async () => (await phone.get(urls.officeForm(formId))).text()
  await titled('金点子', 'Ideas')
  expect(await page()).not.toContain('译文可能过时')
  await titled('好主意', 'Ideas')
  expect(await page()).toMatch(/译文可能过时.*好主意.*Ideas/s)
  await titled('好主意', 'Good ideas')
  expect(await page()).not.toContain('译文可能过时')
})

test('a definition that does not hold is told with the place, and kept', async () => {
  const phone = await at('administrator')
  const before = await here.db.select().from(formVersions)
  const broken = { ...standardForms.suggestion, title: { zh: '只有中文' } }
  const maker = makerOf(phone, formId)
  await maker.begin()
  const page = await maker.send(urls.officeFormText(formId), { json: JSON.stringify(broken) })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('title.en')
  expect(text).toContain('只有中文')
  const noJson = await maker.send(urls.officeFormText(formId), { json: '{' })
  expect(await noJson.text()).toContain('不是有效的 JSON')
  expect(await here.db.select().from(formVersions)).toEqual(before)
})

test('a long definition in Chinese comes through; of what is longer the words come back', async () => {
  const phone = await at('administrator')
  const long = { ...standardForms.suggestion, title: { zh: '长'.repeat(12_000), en: 'Long' } }
  const maker = makerOf(phone, formId)
  await maker.begin()
  const answer = await maker.send(urls.officeFormText(formId), { json: JSON.stringify(long) })
  expect(answer.status).not.toBe(413)
  const endless = await phone.post(urls.officeForms, { slug: 'endless', json: '长'.repeat(60_000) })
  expect(endless.status).toBe(413)
  expect(await endless.text()).toContain('长'.repeat(60_000))
})

/** A township's administrator, at his browser. */
async function townboss() {
  await here.person('townboss', [['administrator', 'township']])
  return at('townboss')
}

test('a site gets a code without look-alikes, a page and a poster', async () => {
  const phone = await townboss()
  const before = (await here.db.select().from(sites)).map(({ code }) => code)
  const answer = await phone.post(urls.officeSites, {
    org: 'township',
    form: formId,
    'place-zh': '一号车间门口',
    'place-en': 'Gate of workshop 1',
  })
  const isOpen = async (code: string) =>
    (await here.db.select().from(sites).where(eq(sites.code, code)).get())?.open
  const [site] = await here.db.select().from(sites).where(notInArray(sites.code, before))
  const code = site?.code ?? ''
  expect(code).toMatch(/^[23456789CFGHJMPQRVWX]{5}$/)
  expect(answer.headers.get('location')).toBe(urls.officeSite(code))
  const poster = await (await phone.get(urls.officePoster(code))).text()
  expect(poster).toContain(code)
  expect(poster).toContain('<svg')
  expect(poster).toContain('Gate of workshop 1')
  expect(await isOpen(code)).toBe(true)
  await phone.post(urls.officeSite(code), { act: 'close' })
  expect(await isOpen(code)).toBe(false)
  expect((await logged(here)).slice(-2)).toEqual([
    `townboss site_added ${code}`,
    `townboss site_closed ${code}`,
  ])
})

test('a township administrator adds no site to the county', async () => {
  const phone = await townboss()
  const site = { org: 'federation', form: formId, 'place-zh': '大厅', 'place-en': 'Hall' }
  expect((await phone.post(urls.officeSites, site)).status).toBe(403)
})

test('the address on a poster may be typed in capitals', async () => {
  const phone = await at('administrator')
  await phone.post(urls.officeSite(codes.closed), { act: 'open' })
  const page = await (await phone.get(urls.site(codes.closed).replace('/q/', '/Q/'))).text()
  expect(page).toContain('旧门')
})

test('an address of the service is kept as browsers write it', async () => {
  const phone = await at('administrator')
  await phone.post(urls.officeSettings, { ...settingsForm, address: 'HTTPS://呼应.Example.org:443//' })
  const kept = await here.db.select().from(settings).where(eq(settings.key, 'address')).get()
  expect(kept?.value).toBe('https://xn--ktru8u.example.org')
})

test('an address from before that is none breaks no poster: it shows where the page was asked', async () => {
  const value = 'https://%'
  await here.db.insert(settings).values({ key: 'address', value, updatedAt: now })
  forgetRules()
  const phone = await at('administrator')
  const poster = await phone.get(urls.officePoster(codes.grievance))
  expect(poster.status).toBe(200)
  expect(await poster.text()).toContain(`localhost${urls.site(codes.grievance)}`)
})

test('a year of the calendar is entered, corrected and told when it cannot be read', async () => {
  const phone = await at('administrator')
  const enter = (off: string) => phone.post(urls.officeCalendar, { year: '2027', off, worked: '02-14' })
  const year = () => here.db.select().from(calendarYears).where(eq(calendarYears.year, 2027))
  await enter('01-01')
  expect(await year()).toMatchObject([{ daysOff: ['01-01'], daysWorked: ['02-14'] }])
  await enter('01-01 02-05~02-11')
  const corrected = [
    { daysOff: ['01-01', '02-05', '02-08', '02-09', '02-10', '02-11'], daysWorked: ['02-14'] },
  ]
  expect(await year()).toMatchObject(corrected)
  expect((await enter('春节')).status).toBe(422)
  expect(await year()).toMatchObject(corrected)
  expect((await logged(here)).at(-1)).toBe('administrator calendar_changed 2027')
})

test('a year is known when somebody says so, not when its first days are entered', async () => {
  const phone = await at('administrator')
  const knows = async () => (await loadRules(here.db, clock.now)).calendar.isKnown('2027-05-01')
  const some = { year: '2027', off: '01-01 02-06', worked: '' }
  expect((await phone.post(urls.officeCalendar, some)).status).toBe(303)
  expect(await knows()).toBe(false)
  expect(await (await phone.get(urls.officeCalendar)).text()).toContain(
    catalogs.zh.office.calendar.incomplete,
  )
  await phone.post(urls.officeCalendar, { ...some, complete: 'yes' })
  expect(await knows()).toBe(true)
})

/** A mail that nobody sends any more; its id. */
async function failedMail() {
  await tells(here, { kind: 'digest', staffId: 'head', event: '2026-W48', data: {} })
  await failForGood(here)
  return (await deliveriesOf(here))[0]?.id ?? ''
}

test('the overview rings for a missing year, mails that failed and cases that nobody holds', async () => {
  await failedMail()
  // Nobody is named for it; its role is held no more; its handler has left; its handler handles no more.
  await here.file({ category: 'conduct' })
  succeeded(await here.does('officer', await here.file(), 'propose_decline', { reason: 'Not for us.' }))
  await here.given('dispatched')
  const held = await here.given('accepted')
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: 'otherHandler' }))
  const office = formerOfficeOf(here)
  await revoke(office, here.people.head, 'department_head', 'township')
  await deactivate(office, here.people.handler)
  await revoke(office, here.people.otherHandler, 'handler', 'township')
  const page = await (await (await at('administrator')).get(urls.office)).text()
  expect(page).toContain('2027 年的放假和调休安排还没有录入')
  expect(page).toContain('1 封邮件没有发出去')
  expect(page).toContain('4 件诉求没有人能办')
})

test('a mail that failed is sent again', async () => {
  const delivery = await failedMail()
  const phone = await at('administrator')
  expect(await (await phone.get(urls.officeMail)).text()).toContain('head@union.example')
  await phone.post(urls.officeMail, { delivery })
  expect(await deliveriesOf(here)).toMatchObject([{ status: 'pending', attempts: 0 }])
  expect((await logged(here)).at(-1)).toBe(`administrator mail_sent_again ${delivery}`)
})

test('the log shows who did what', async () => {
  const phone = await at('administrator')
  await phone.post(urls.officeMail, { delivery: await failedMail() })
  expect(await (await phone.get(urls.officeLog)).text()).toContain(
    `${here.people.administrator.name} · 重发邮件`,
  )
})
