import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { forms, formVersions, sites } from '../../src/db/tables/forms.ts'
import { auditLog, calendarYears, enterprises, settings } from '../../src/db/tables/orgs.ts'
import { openOrCloseForm, openOrCloseSite } from '../../src/forms/opening.ts'
import { addSite, type Placed } from '../../src/forms/placing.ts'
import { publishForm, publishVersion } from '../../src/forms/publishing.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import type { Office } from '../../src/orgs/auditing.ts'
import { changeYear } from '../../src/orgs/changing-calendar.ts'
import { changeSettings } from '../../src/orgs/changing-settings.ts'
import { resend } from '../../src/orgs/resending.ts'
import { defaultSettings } from '../../src/orgs/settings.ts'

const db = openDb(env.DB)
const now = new Date('2026-11-23T02:00:00Z')
const json = JSON.stringify(standardForms.suggestion)
const name = { zh: '大厅', en: 'Hall' }
const federation = { id: 'root', path: '0001' }
const township = { id: 'town', path: '00010001' }
const site = { code: 'CG7H4', org: federation }

/** Who administers one organisation and what is below it. */
function administratorOf({ id, path }: typeof federation): Office {
  const grants = [{ role: 'administrator' as const, orgId: id, orgPath: path }]
  const who = { name: id, email: `${id}@example.org`, locale: 'zh' as const, nominatedFor: [] }
  return { db, now, by: { id, grants, ...who } }
}
const boss = administratorOf(federation)
const townboss = administratorOf(township)
let form = { id: '', slug: 'suggestion' }

beforeAll(async () => {
  const published = await publishForm(boss, form.slug, json)
  if (published.ok) form = { ...form, id: published.formId }
  const it = { formId: form.id, orgId: federation.id, place: name, createdAt: now }
  await db.insert(sites).values({ code: site.code, ...it })
})

const written = async () =>
  await db.batch([
    db.select().from(forms),
    db.select().from(formVersions),
    db.select().from(sites),
    db.select().from(settings),
    db.select().from(calendarYears),
    db.select().from(auditLog),
  ])

test.each<[string, () => Promise<unknown>]>([
  ['adds a site to the county', () => addSite(townboss, federation, newSite())],
  ['closes a site of the county', () => openOrCloseSite(townboss, site, false)],
  ['closes a form', () => openOrCloseForm(townboss, form, false)],
  ['publishes a form', () => publishForm(townboss, 'another', json)],
  ['publishes a version', () => publishVersion(townboss, form, json)],
  ['changes the settings', () => changeSettings(townboss, defaultSettings, { retentionDays: 30 })],
  ['changes the calendar', () => changeYear(townboss, { year: 2027, daysOff: [], daysWorked: [] })],
  ['sends a mail again', () => resend(townboss, 'm1')],
])('no administrator of a township %s, whichever page asks', async (_, act) => {
  const before = await written()
  expect([false, { ok: false, why: 'not_allowed' }]).toContainEqual(await act())
  expect(await written()).toEqual(before)
})

test('a new form needs a name of its own that fits an address, and a definition', async () => {
  expect(await publishForm(boss, 'Idea Box', json)).toEqual({ ok: false, why: 'slug_invalid' })
  expect(await publishForm(boss, form.slug, json)).toEqual({ ok: false, why: 'slug_taken' })
  expect(await publishForm(boss, 'ideas', '{')).toMatchObject({ ok: false, why: 'not_json' })
  expect(await publishForm(boss, 'ideas', '{}')).toMatchObject({ ok: false, why: 'invalid' })
  expect(await db.$count(forms)).toBe(1)
})

test('a site stands for an employer of its own organisation, and for no other', async () => {
  const employer = { orgId: township.id, name, createdAt: now }
  await db.insert(enterprises).values([
    { ...employer, id: 'ours' },
    { ...employer, id: 'theirs', orgId: 'elsewhere' },
  ])
  expect(await employerAt(await addSite(boss, township, newSite('ours')))).toBe('ours')
  expect(await employerAt(await addSite(boss, township, newSite('theirs')))).toBeNull()
})

test('one setting that does not hold keeps all from being set, and each is named', async () => {
  const wanted = { zone: 'Asia/Nowhere', retentionDays: 0, secondFactor: false }
  expect(await changeSettings(boss, defaultSettings, wanted)).toEqual({
    ok: false,
    why: 'invalid',
    keys: ['zone', 'retentionDays'],
  })
  expect(await db.$count(settings)).toBe(0)
})

async function employerAt(placed: Placed) {
  const code = placed.ok ? placed.code : ''
  return (await db.select().from(sites).where(eq(sites.code, code)).get())?.enterpriseId
}

function newSite(enterpriseId = '') {
  return { formId: form.id, enterpriseId, place: name }
}
