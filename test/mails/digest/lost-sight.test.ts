import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { catalogs } from '../../../src/i18n/catalog.ts'
import { mails } from '../../../src/mails/all.ts'
import { writeDigests } from '../../../src/mails/digest/write.ts'
import { sendDue } from '../../../src/mails/sender.ts'
import { grant, revoke } from '../../../src/orgs/granting.ts'
import { agreeToNominee, proposeNominee, unname } from '../../../src/orgs/nominating.ts'
import type { Staff } from '../../../src/orgs/staff.ts'
import { urls } from '../../../src/urls.ts'
import { townAnew } from '../../support/town/anew.ts'
import { officeOf, orgOf } from '../../support/town/office.ts'
import { at } from '../../support/town/pages.ts'
import { pathOf } from '../../support/town/places.ts'
import { postOffice } from '../../support/town/post.ts'
import { type Held, succeeded, type Town } from '../../support/town/town.ts'

const founded = new Date('2026-09-01T01:00:00Z')
const lastWeek = new Date('2026-11-18T02:00:00Z')
const monday = new Date('2026-11-23T00:20:00Z')

let here: Town
let named: Staff
let first: Held
let second: Held

/** One who reads all cases, and is named for harassment, with a role elsewhere besides; and two such cases. */
beforeEach(async () => {
  const town = await townAnew(env.DB, founded)
  named = await town.person(
    'named',
    [
      ['duty_officer', 'federation'],
      ['duty_officer', 'elsewhere'],
    ],
    ['harassment'],
  )
  await town.person('other', [['duty_officer', 'federation']], ['harassment'])
  const last = town.at(lastWeek)
  first = await last.file({ category: 'harassment' })
  second = await last.file({ category: 'harassment' })
  here = town.at(monday)
})

async function write() {
  while ((await writeDigests(here.scene)).more);
}

/** Sends what waits: how the digest of a person went or why it did not, and whether his mails count any case. */
async function send(id = named.id) {
  const { office, sent } = postOffice(here)
  while (await sendDue(office, mails));
  const digest = (await here.notices()).find(({ kind, to }) => kind === 'digest' && to === id)
  const his = sent.filter(({ to }) => to === `${id}@union.example`)
  return {
    outcome: digest?.skipped ?? digest?.status,
    counts: his.some(({ text }) => /在办：[1-9]/.test(text)),
  }
}

const losesRole = () => revoke(officeOf(here), named, 'duty_officer', 'federation', true)
const losesName = () => unname(officeOf(here), named, 'harassment', true)
const standsAside = async (from: Held) =>
  succeeded(await here.does(named, from, 'recuse', { reason: 'My brother.' }))

test('who reads as much as was counted gets his digest', async () => {
  await write()
  expect(await send()).toEqual({ outcome: 'sent', counts: true })
})

test.each<[string, () => Promise<unknown>]>([
  ['has no role there any more', losesRole],
  ['is not named any more', losesName],
  ['is neither', () => Promise.all([losesRole(), losesName()])],
  ['stands aside from a case by now', () => standsAside(first)],
])('who %s gets no digest that was counted before', async (_, loses) => {
  await write()
  await loses()
  expect(await send()).toEqual({ outcome: 'no_sight', counts: false })
  expect(await send('other')).toMatchObject({ outcome: 'sent' })
})

test('who stood aside before the count gets what was counted without it', async () => {
  await standsAside(first)
  await write()
  expect(await send()).toEqual({ outcome: 'sent', counts: true })
})

test('who stood aside from one case before the count and from another after it gets no digest', async () => {
  await standsAside(first)
  await write()
  await standsAside(second)
  expect(await send()).toEqual({ outcome: 'no_sight', counts: false })
})

test('who reads more by now, or the same by another role, gets it', async () => {
  await write()
  await grant(officeOf(here), named, 'supervisor', await orgOf(here, 'federation'))
  await losesRole()
  const second = await here.person('second', [['administrator', 'federation']])
  await proposeNominee(officeOf(here), named, 'mental')
  expect(await agreeToNominee(officeOf(here, second), named, 'mental')).toBe('done')
  expect(await send()).toEqual({ outcome: 'sent', counts: true })
})

test('who reads the place that was counted from above by now gets it', async () => {
  await losesRole()
  const there = { orgId: 'elsewhereUnion', orgPath: pathOf('elsewhereUnion') }
  await here.at(lastWeek).file({ category: 'harassment', ...there })
  await write()
  await grant(officeOf(here), named, 'supervisor', await orgOf(here, 'federation'))
  await revoke(officeOf(here), named, 'duty_officer', 'elsewhere')
  expect(await send()).toEqual({ outcome: 'sent', counts: true })
})

test('a digest of an earlier release, of which nobody knows for what it was counted, goes to who reads cases', async () => {
  await write()
  await here.db.run("update notices set data = json_remove(data, '$.reach') where kind = 'digest'")
  await losesRole()
  expect(await send()).toMatchObject({ outcome: 'sent' })
})

test('the office reads that a digest was not sent any more, and why', async () => {
  await write()
  await losesName()
  await send()
  const page = await (await (await at('administrator')).get(urls.officeMail)).text()
  const { kinds, skippedWhy } = catalogs.zh.office.mail
  const line = page.split('<li>').find((it) => it.includes(kinds.digest))
  for (const words of ['named@union.example', skippedWhy.no_sight]) expect(line).toContain(words)
})
