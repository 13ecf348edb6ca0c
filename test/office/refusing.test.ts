import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { forms, formVersions, sites } from '../../src/db/tables/forms.ts'
import { deliveries } from '../../src/db/tables/notices.ts'
import { auditLog, calendarYears, settings } from '../../src/db/tables/orgs.ts'
import {
  beginForm,
  beginVersion,
  changeCopy,
  discardCopy,
  publishCopy,
  workingCopyOf,
} from '../../src/forms/building/working-copies.ts'
import { labelSite, limitSite, openOrCloseSite } from '../../src/forms/changing-sites.ts'
import { limitForm, openOrCloseForm } from '../../src/forms/opening.ts'
import { addSite, type Placed } from '../../src/forms/placing.ts'
import { replaceSite } from '../../src/forms/replacing-sites.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import type { Office } from '../../src/orgs/auditing.ts'
import { changeYear } from '../../src/orgs/changing-calendar.ts'
import { changeSettings } from '../../src/orgs/changing-settings.ts'
import { resend } from '../../src/orgs/resending.ts'
import { defaultSettings } from '../../src/orgs/settings.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf, orgOf } from '../support/town/office.ts'
import { deliveriesOf, failForGood, tells } from '../support/town/post.ts'
import type { Town } from '../support/town/town.ts'

/** What somebody who may has begun to change. */
async function begunCopy() {
  await beginVersion(boss, form.id)
  const copy = await workingCopyOf(here.db, form.id)
  if (!copy) throw new Error('Nothing was begun')
  return copy
}

const hall = { zh: '大厅', en: 'Hall' }
const form = { id: 'suggestion', slug: 'suggestion' }

let here: Town
let boss: Office
let townboss: Office

beforeEach(async () => {
  here = await townAnew(env.DB)
  boss = officeOf(here)
  townboss = officeOf(here, await here.person('townboss', [['administrator', 'township']]))
})

const written = async () =>
  await here.db.batch([
    here.db.select().from(forms),
    here.db.select().from(formVersions),
    here.db.select().from(sites),
    here.db.select().from(settings),
    here.db.select().from(calendarYears),
    here.db.select().from(deliveries),
    here.db.select().from(auditLog),
  ])

const newSite = (enterpriseId = '') => ({ formId: form.id, enterpriseId, place: hall })
const federation = () => orgOf(here, 'federation')

/** A site of the county, as it is closed. */
async function siteOfCounty() {
  const placed = await addSite(boss, await federation(), newSite())
  return { code: placed.ok ? placed.code : '', org: await federation() }
}

/** A mail that was given up. */
async function failedMail() {
  await tells(here, { kind: 'digest', staffId: 'head', event: '2026-W39', data: {} })
  await failForGood(here)
  const [failed] = await deliveriesOf(here)
  expect(failed?.status).toBe('failed')
  return failed?.id ?? ''
}

/** What is there before, and what he tries. */
test.each<[string, () => Promise<() => Promise<unknown>>]>([
  [
    'adds a site to the county',
    async () => {
      const county = await federation()
      return () => addSite(townboss, county, newSite())
    },
  ],
  [
    'closes a site of the county',
    async () => {
      const site = await siteOfCounty()
      return () => openOrCloseSite(townboss, site, false)
    },
  ],
  [
    'limits a site of the county',
    async () => {
      const site = await siteOfCounty()
      return () => limitSite(townboss, site, { opensAt: null, closesAt: null })
    },
  ],
  [
    'labels a site of the county',
    async () => {
      const site = await siteOfCounty()
      return () => labelSite(townboss, site, 'hall')
    },
  ],
  [
    'replaces a site of the county',
    async () => {
      const site = await siteOfCounty()
      return () => replaceSite(townboss, site, 'torn down')
    },
  ],
  ['closes a form', async () => () => openOrCloseForm(townboss, form, false)],
  ['limits a form', async () => () => limitForm(townboss, form, { opensAt: null, closesAt: null })],
  ['begins a form', async () => () => beginForm(townboss, 'another', { ...standardForms.suggestion })],
  ['begins a version', async () => () => beginVersion(townboss, form.id)],
  [
    'changes a version',
    async () => {
      const copy = await begunCopy()
      return () => changeCopy(townboss, copy, {})
    },
  ],
  [
    'throws a version away',
    async () => {
      const copy = await begunCopy()
      return () => discardCopy(townboss, copy)
    },
  ],
  [
    'publishes a version',
    async () => {
      const { id, turn } = await begunCopy()
      return () => publishCopy(townboss, { id, turn })
    },
  ],
  [
    'changes the settings',
    async () => () => changeSettings(townboss, defaultSettings, { retentionDays: 30 }),
  ],
  [
    'changes the calendar',
    async () => () => changeYear(townboss, { year: 2027, daysOff: [], daysWorked: [] }),
  ],
  [
    'sends a mail again',
    async () => {
      const mail = await failedMail()
      return () => resend(townboss, mail)
    },
  ],
])('no administrator of a township %s, whichever page asks', async (_, prepare) => {
  const tries = await prepare()
  const before = await written()
  expect([false, { ok: false, why: 'not_allowed' }]).toContainEqual(await tries())
  expect(await written()).toEqual(before)
})

test('a new form needs a name of its own that fits an address, and a definition', async () => {
  const before = await here.db.$count(forms)
  const whole = { ...standardForms.suggestion }
  expect(await beginForm(boss, 'Idea Box', whole)).toEqual({ ok: false, why: 'slug_invalid' })
  expect(await beginForm(boss, form.slug, whole)).toEqual({ ok: false, why: 'slug_taken' })
  const empty = await beginForm(boss, 'empty', {})
  expect(await beginForm(boss, 'empty', whole)).toEqual({ ok: false, why: 'slug_taken' })
  expect(empty.ok && (await publishCopy(boss, { id: empty.id, turn: 1 }))).toMatchObject({
    ok: false,
    why: 'invalid',
  })
  expect(await here.db.$count(forms)).toBe(before)
  const begun = await beginForm(boss, 'ideas', whole)
  expect(begun.ok && (await publishCopy(boss, { id: begun.id, turn: 1 }))).toMatchObject({
    ok: true,
    number: 1,
  })
  expect(await here.db.$count(forms)).toBe(before + 1)
})

test('a site stands for an employer of its own organisation, and for no other', async () => {
  const township = await orgOf(here, 'township')
  // The depot is of the township, the works are of a union in it.
  expect(await employerAt(await addSite(boss, township, newSite('depot')))).toBe('depot')
  expect(await employerAt(await addSite(boss, township, newSite('works')))).toBeNull()
})

test('one setting that does not hold keeps all from being set, and each is named', async () => {
  const wanted = { zone: 'Asia/Nowhere', retentionDays: 0, secondFactor: false }
  expect(await changeSettings(boss, defaultSettings, wanted)).toEqual({
    ok: false,
    why: 'invalid',
    keys: ['zone', 'retentionDays'],
  })
  expect(await here.db.$count(settings)).toBe(0)
})

async function employerAt(placed: Placed) {
  const code = placed.ok ? placed.code : ''
  return (await here.db.select().from(sites).where(eq(sites.code, code)).get())?.enterpriseId
}
