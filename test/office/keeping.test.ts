import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { forms, formVersions, sites } from '../../src/db/tables/forms.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { calendarYears, settings, staff } from '../../src/db/tables/orgs.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { publish } from '../../src/forms/versions.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { urls } from '../../src/urls.ts'
import { db, foundFederation, person } from '../signin/people.ts'
import { at, logged, now } from './office.ts'

let formId = ''

beforeAll(async () => {
  await foundFederation()
  await person('boss', 'administrator')
  await person('townboss', 'administrator', 'town')
  await person('clerk', 'handler', 'town')
  const published = await publish(db(), { slug: 'suggestion', definition: standardForms.suggestion, now })
  if (published.ok) formId = published.formId
})

const settingsForm = {
  'name-zh': '云溪县总工会',
  'name-en': 'Yunxi Federation',
  zone: 'Asia/Urumqi',
  languages: ['zh', 'en'],
  address: 'https://huying.example.org/',
  from: 'union@example.org',
  way: 'smtp',
  smtpHost: 'mail.example.org',
  smtpPort: '465',
  smtpUser: 'union',
  secondFactor: 'yes',
  retentionDays: '730',
  minimumFillSeconds: '3',
  helplines: '12351 | 工会维权 | Trade union\n110｜报警｜Police',
  'target-contact': '24h',
  'target-danger': '2h',
  'target-triage': '1wd',
  'target-dispatch': '1wd',
  'target-sign_for': '1wd',
  'target-finish': '7d',
  'target-finish_complex': '15d',
  'target-step': '2wd',
  'target-reopened': '3wd',
}

test('settings are kept, and the log names those that changed', async () => {
  const phone = await at('boss')
  expect((await phone.post(urls.officeSettings, settingsForm)).status).toBe(303)
  const rows = await db().select().from(settings)
  expect(rows.find((it) => it.key === 'zone')?.value).toBe('Asia/Urumqi')
  expect(rows.find((it) => it.key === 'address')?.value).toBe('https://huying.example.org')
  expect(rows.map((it) => it.key)).not.toContain('secondFactor')
  expect((await logged()).at(-1)).toContain('boss settings_changed name, zone, address, mail, retentionDays')
  const page = await (await phone.get(urls.officeSettings)).text()
  expect(page).toContain('value="Asia/Urumqi"')
})

test.each([
  ['zone', 'Asia/Nowhere'],
  ['retentionDays', '0'],
  ['from', 'union'],
  ['smtpHost', ''],
  ['address', 'huying.example.org'],
  ['target-finish', '7 days'],
  ['helplines', '12351 工会维权'],
])('a wrong %s is told, and nothing is saved', async (field, value) => {
  const before = await db().select().from(settings)
  const page = await (await at('boss')).post(urls.officeSettings, { ...settingsForm, [field]: value })
  expect(page.status).toBe(422)
  expect(await db().select().from(settings)).toEqual(before)
})

test('a form is closed, opened and published anew; the old version stays as it was', async () => {
  const phone = await at('boss')
  const before = await db().select().from(formVersions)
  await phone.post(urls.officeForm(formId), { act: 'close' })
  expect((await db().select().from(forms))[0]?.open).toBe(false)
  await phone.post(urls.officeForm(formId), { act: 'open' })
  const json = JSON.stringify({ ...standardForms.suggestion, title: { zh: '金点子', en: 'Ideas' } })
  const answer = await phone.post(urls.officeFormVersions(formId), { json })
  expect(answer.headers.get('location')).toBe(`${urls.officeForm(formId)}?published=2`)
  expect(await db().select().from(formVersions)).toEqual([
    ...before,
    expect.objectContaining({ number: 2, definition: expect.objectContaining({ title: expect.anything() }) }),
  ])
  expect(await (await phone.get(urls.officeFormVersion(formId, 1))).text()).toContain('sections')
  expect((await logged()).slice(-3)).toEqual([
    'boss form_closed suggestion',
    'boss form_opened suggestion',
    'boss form_published suggestion',
  ])
})

test('a definition that does not hold is told with the place, and kept', async () => {
  const phone = await at('boss')
  const broken = { ...standardForms.suggestion, title: { zh: '只有中文' } }
  const page = await phone.post(urls.officeFormVersions(formId), { json: JSON.stringify(broken) })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('title.en')
  expect(text).toContain('只有中文')
  const noJson = await phone.post(urls.officeFormVersions(formId), { json: '{' })
  expect(await noJson.text()).toContain('不是有效的 JSON')
  expect(await db().select().from(formVersions)).toHaveLength(2)
})

test('a long definition in Chinese comes through, where any other page takes less', async () => {
  const phone = await at('boss')
  const long = { ...standardForms.suggestion, title: { zh: '长'.repeat(12_000), en: 'Long' } }
  const answer = await phone.post(urls.officeFormVersions(formId), { json: JSON.stringify(long) })
  expect(answer.status).not.toBe(413)
  const settings = await phone.post(urls.officeSettings, { ...settingsForm, helplines: '长'.repeat(12_000) })
  expect(settings.status).toBe(413)
  const endless = await phone.post(urls.officeForms, { slug: 'endless', json: '长'.repeat(60_000) })
  expect(endless.status).toBe(413)
})

test('a site gets a code without look-alikes, a page and a poster', async () => {
  const phone = await at('townboss')
  const answer = await phone.post(urls.officeSites, {
    org: 'town',
    form: formId,
    'place-zh': '一号车间门口',
    'place-en': 'Gate of workshop 1',
  })
  const [site] = await db().select().from(sites)
  expect(site?.code).toMatch(/^[23456789CFGHJMPQRVWX]{5}$/)
  expect(answer.headers.get('location')).toBe(urls.officeSite(site?.code ?? ''))
  const poster = await (await phone.get(urls.officePoster(site?.code ?? ''))).text()
  expect(poster).toContain(site?.code)
  expect(poster).toContain('data:image/svg+xml')
  expect(poster).toContain('Gate of workshop 1')
  await phone.post(urls.officeSite(site?.code ?? ''), { act: 'close' })
  expect((await db().select().from(sites))[0]?.open).toBe(false)
  expect((await logged()).slice(-2)).toEqual([
    `townboss site_added ${site?.code}`,
    `townboss site_closed ${site?.code}`,
  ])
})

test('a township administrator adds no site to the county', async () => {
  const phone = await at('townboss')
  const site = { org: 'root', form: formId, 'place-zh': '大厅', 'place-en': 'Hall' }
  expect((await phone.post(urls.officeSites, site)).status).toBe(403)
})

test('the address on a poster may be typed in capitals', async () => {
  const [site] = await db().select().from(sites)
  const phone = await at('boss')
  await phone.post(urls.officeSite(site?.code ?? ''), { act: 'open' })
  expect(await (await phone.get(`/Q/${site?.code}`)).text()).toContain('一号车间门口')
})

test('a year of the calendar is entered, corrected and told when it cannot be read', async () => {
  const phone = await at('boss')
  await phone.post(urls.officeCalendar, { year: '2027', off: '01-01 02-05~02-11', worked: '02-14' })
  expect(await db().select().from(calendarYears).where(eq(calendarYears.year, 2027))).toMatchObject([
    { daysOff: ['01-01', '02-05', '02-08', '02-09', '02-10', '02-11'], daysWorked: ['02-14'] },
  ])
  const page = await phone.post(urls.officeCalendar, { year: '2027', off: '春节', worked: '' })
  expect(page.status).toBe(422)
  expect((await logged()).at(-1)).toBe('boss calendar_changed 2027')
})

test('the overview rings for a missing year, mails that failed and cases that nobody holds', async () => {
  await db().delete(calendarYears)
  forgetRules()
  const at_ = { nextAt: now, createdAt: now }
  await db()
    .insert(deliveries)
    .values({
      id: 'm1',
      kind: 'digest',
      recipient: 'x@example.org',
      period: 'w',
      locale: 'zh',
      data: {},
      status: 'failed',
      ...at_,
    })
  await db()
    .insert(cases)
    .values([openCase(1, {}), openCase(2, { holderOrgId: 'town', holderRole: 'department_head' })])
  await db()
    .insert(cases)
    .values(openCase(3, { holderRole: null, holderId: 'clerk' }))
  await db().update(staff).set({ active: false }).where(eq(staff.id, 'clerk'))
  await db()
    .insert(cases)
    .values(openCase(4, { holderRole: null, holderId: 'townboss' }))
  const page = await (await (await at('boss')).get(urls.office)).text()
  expect(page).toContain('2027 年的放假和调休安排还没有录入')
  expect(page).toContain('1 封邮件没有发出去')
  expect(page).toContain('4 件诉求所在的环节没有人可以接手')
})

test('a mail that failed is sent again', async () => {
  const phone = await at('boss')
  expect(await (await phone.get(urls.officeMail)).text()).toContain('x@example.org')
  await phone.post(urls.officeMail, { delivery: 'm1' })
  expect(await db().select().from(deliveries)).toMatchObject([{ status: 'pending', attempts: 0 }])
  expect((await logged()).at(-1)).toBe('boss mail_sent_again m1')
})

test('the log shows who did what', async () => {
  const page = await (await (await at('boss')).get(urls.officeLog)).text()
  expect(page).toContain('boss同志 · 重发邮件')
})

function openCase(number: number, changes: Partial<typeof cases.$inferInsert>) {
  return {
    id: `case${number}`,
    number,
    submissionId: `s${number}`,
    receiptHash: `r${number}`,
    orgId: 'town',
    orgPath: '00010001',
    category: 'wages',
    mode: 'complaint',
    secrecy: 'open',
    anonymous: true,
    bypassesUnit: false,
    danger: false,
    state: 'triage',
    turn: 1,
    holderRole: 'duty_officer',
    createdAt: now,
    stateSince: now,
    contactDueAt: now,
    ...changes,
  } satisfies typeof cases.$inferInsert
}
