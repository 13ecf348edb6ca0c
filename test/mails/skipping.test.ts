import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { catalogs } from '../../src/i18n/catalog.ts'
import { mails } from '../../src/mails/all.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { chooseMail } from '../../src/orgs/choosing-mail.ts'
import { deactivate, grant, revoke } from '../../src/orgs/granting.ts'
import { unname } from '../../src/orgs/nominating.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf, orgOf } from '../support/town/office.ts'
import { at } from '../support/town/pages.ts'
import { address, plainMails, postOffice, tells } from '../support/town/post.ts'
import { days } from '../support/town/times.ts'
import { type Held, succeeded, type Town, type Who } from '../support/town/town.ts'

const week = { kind: 'digest', event: '2026-W39', data: {} } as const

let here: Town
let partner: Staff

beforeEach(async () => {
  here = await townAnew(env.DB)
  partner = await here.person('partner', [['duty_officer', 'township']])
})

/** Sends what waits; how it went for each person, and why it did not. Of who is named people are told besides. */
async function send(town = here) {
  const { office, sent } = postOffice(town)
  await sendDue(office, plainMails)
  const about = (await here.notices()).filter(({ kind }) => kind !== 'naming')
  const rows = about.map(({ to, status, skipped }) => [to, skipped ?? status])
  const mailed = sent.filter(({ subject }) => !subject.startsWith('naming'))
  return { sent: mailed.map(({ to }) => to), outcomes: Object.fromEntries(rows) }
}

const recuse = async (who: Who, held: Held) =>
  succeeded(await here.does(who, held, 'recuse', { reason: 'My brother.' }))

test('who put himself out of sight of the case before the mail went gets none', async () => {
  const held = await here.file({ danger: true })
  await recuse('officer', held)
  expect(await send()).toEqual({
    sent: ['partner@union.example'],
    outcomes: { officer: 'no_sight', partner: 'sent' },
  })
})

test('who lost the role by which he saw the case gets none', async () => {
  await grant(officeOf(here), partner, 'handler', await orgOf(here, 'elsewhere'))
  await here.file({ danger: true })
  await revoke(officeOf(here), partner, 'duty_officer', 'township')
  expect(await send()).toEqual({
    sent: ['officer@union.example'],
    outcomes: { officer: 'sent', partner: 'no_sight' },
  })
})

test('who is not named for a strict category any more gets no mail about its cases', async () => {
  const role = [['duty_officer', 'township']] as ['duty_officer', 'township'][]
  const named = await here.person('named', role, ['harassment'])
  await here.person('other', role, ['harassment'])
  await here.file({ category: 'harassment' })
  await unname(officeOf(here), named, 'harassment')
  expect(await send()).toEqual({
    sent: ['other@union.example'],
    outcomes: { named: 'no_sight', other: 'sent' },
  })
})

test('who reads no cases any more gets no digest', async () => {
  await tells(here, { ...week, staffId: 'head' }, { ...week, staffId: 'handler' })
  await revoke(officeOf(here), here.people.handler, 'handler', 'township')
  expect(await send()).toEqual({
    sent: ['head@union.example'],
    outcomes: { head: 'sent', handler: 'no_role' },
  })
})

test('who administers the federation no more gets no alarm, nor does one who only reads the cases', async () => {
  const second = await here.person('second', [
    ['administrator', 'federation'],
    ['handler', 'township'],
  ])
  // Nobody is named for these, so the administrators are told.
  await here.file({ category: 'harassment' })
  await revoke(officeOf(here), second, 'administrator', 'federation')
  expect(await send()).toEqual({
    sent: ['administrator@union.example'],
    outcomes: { administrator: 'sent', second: 'no_role' },
  })
})

test('who stopped the weekly mail before it went gets none, and all else as before', async () => {
  await tells(here, { ...week, staffId: 'head' }, { ...week, staffId: 'officer' })
  await here.file({ danger: true })
  await chooseMail(here.scene, 'officer', { digest: false })
  const { sent } = await send()
  expect(sent.sort()).toEqual(['head@union.example', 'officer@union.example', 'partner@union.example'])
  const his = (await here.notices()).filter(({ to }) => to === 'officer')
  expect(his.map(({ kind, status, skipped }) => [kind, status, skipped]).sort()).toEqual([
    ['digest', 'skipped', 'stopped'],
    ['urgent_case', 'sent', null],
  ])
})

test('who lost every role gets nothing at all, not even what anybody may read', async () => {
  const invitation = { kind: 'invitation', event: 'invited', data: {} } as const
  await tells(here, { ...invitation, staffId: 'partner' }, { ...invitation, staffId: 'officer' })
  await revoke(officeOf(here), partner, 'duty_officer', 'township')
  expect(await send()).toEqual({
    sent: ['officer@union.example'],
    outcomes: { officer: 'sent', partner: 'no_role' },
  })
})

test('who left gets none, whatever it is about, and the row says that he left', async () => {
  const gone = await here.person('gone', [['duty_officer', 'township']])
  await here.file({ danger: true })
  await tells(
    here,
    { ...week, staffId: 'gone' },
    { kind: 'invitation', event: 'invited', data: {}, staffId: 'gone' },
  )
  await deactivate(officeOf(here), gone)
  const { sent } = await send()
  expect(sent.sort()).toEqual(['officer@union.example', 'partner@union.example'])
  const his = (await here.notices()).filter(({ to }) => to === 'gone')
  expect(his.map(({ kind, status, skipped }) => [kind, status, skipped]).sort()).toEqual([
    ['digest', 'skipped', 'left'],
    ['invitation', 'skipped', 'left'],
    ['urgent_case', 'skipped', 'left'],
  ])
})

test('of several cases in one notice only those that the person still sees are in the mail', async () => {
  const [first, second] = [await here.file(), await here.file()]
  const late = here.at(days(7))
  await late.strike()
  await recuse('officer', first)
  const { office, sent } = postOffice(late)
  await sendDue(office, mails)
  const linksIn = (to: string) => {
    const text = sent.find((mail) => mail.to === `${to}@union.example`)?.text ?? ''
    return [first, second].map(({ id }) => text.includes(address + urls.deskCase(id)))
  }
  expect(linksIn('officer')).toEqual([false, true])
  expect(linksIn('partner')).toEqual([true, true])
  expect(sent.find(({ to }) => to === 'officer@union.example')?.subject).toContain('1 件')
})

test('where the person sees none of the cases of his notice any more, there is no mail', async () => {
  const both = [await here.file(), await here.file()]
  const late = here.at(days(7))
  await late.strike()
  for (const held of both) await recuse('officer', held)
  expect(await send(late)).toEqual({
    sent: ['chair@union.example', 'partner@union.example'],
    outcomes: { chair: 'sent', officer: 'no_sight', partner: 'sent' },
  })
})

test('the office reads which mails were not sent any more, and why', async () => {
  const held = await here.file({ danger: true })
  await recuse('officer', held)
  await send()
  const page = await (await (await at('administrator')).get(urls.officeMail)).text()
  const { skippedTitle, skippedWhy } = catalogs.zh.office.mail
  for (const words of [skippedTitle, 'officer@union.example', skippedWhy.no_sight])
    expect(page).toContain(words)
  expect(page).not.toContain('partner@union.example')
})
