import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import type { NoticeKind } from '../../src/db/vocabulary.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { deactivate } from '../../src/orgs/granting.ts'
import { invite } from '../../src/orgs/inviting.ts'
import { resend } from '../../src/orgs/resending.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf, orgOf } from '../support/town/office.ts'
import { atUnit } from '../support/town/places.ts'
import { broken, deliveriesOf, failForGood, plainMails, postOffice, tells } from '../support/town/post.ts'
import { minutes } from '../support/town/times.ts'
import { monday, type Name, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB)
  await here.person('partner', [['duty_officer', 'township']])
})

/** Tells one person of a week, or of whatever else; a digest needs no case, and so stands for all mail here. */
function write(event: string, kind: NoticeKind = 'digest', staffId: Name = 'head') {
  return tells(here, { kind, staffId, event, data: event })
}

async function writeWeeks(from: number, before: number) {
  for (let week = from; week < before; week += 1) await write(`2026-W${week}`)
}

const statuses = async () => (await here.notices()).map(({ status }) => status)
const minutesLater = (count: number) => here.at(minutes(count))

/** A sender that takes a mail and dies before it can say how it went; on until the mail is at the door. */
async function dieSending(town: Town) {
  const atTheDoor = Promise.withResolvers<void>()
  const never = new Promise(() => undefined)
  const answer = () => {
    atTheDoor.resolve()
    return never
  }
  sendDue(postOffice(town, answer).office, plainMails)
  await atTheDoor.promise
}

test('a mail is sent once, however often its cause and the sender run', async () => {
  const { office, sent } = postOffice(here)
  const week = { kind: 'digest', staffId: 'head', event: '2026-W47', data: {} } as const
  await tells(here, week, week)
  await sendDue(office, plainMails)
  await tells(here, week)
  await sendDue(office, plainMails)
  expect(sent).toHaveLength(1)
  expect(await statuses()).toEqual(['sent'])
})

test('two senders at the same time never take the same mail', async () => {
  const { office, sent } = postOffice(here)
  await writeWeeks(10, 16)
  await Promise.all([sendDue(office, plainMails), sendDue(office, plainMails)])
  expect(sent.map((mail) => mail.subject).sort()).toEqual(
    ['10', '11', '12', '13', '14', '15'].map((week) => `digest "2026-W${week}"`),
  )
})

test('a mail that fails is tried again after growing pauses, then stands as failed', async () => {
  await write('2026-W47')
  expect(await failForGood(here)).toEqual([1, 5, 30, 120, 480])
  const [row] = await here.notices()
  expect(row).toMatchObject({ status: 'failed', attempts: 6, error: 'Error: no route' })
})

test('a failed mail that a person sends again goes out', async () => {
  await write('2026-W47')
  await failForGood(here)
  const [row] = await deliveriesOf(here)
  await resend(officeOf(here), row?.id ?? '')
  const { office, sent } = postOffice(here)
  await sendDue(office, plainMails)
  await resend(officeOf(here), row?.id ?? '')
  await sendDue(office, plainMails)
  expect(sent).toHaveLength(1)
})

test('a digest whose sender died waits for a person; an urgent mail goes again', async () => {
  await write('2026-W47')
  await here.file({ danger: true })
  const told = (await here.notices()).length
  for (let taken = 0; taken < told; taken += 1) await dieSending(here)
  expect(new Set(await statuses())).toEqual(new Set(['sending']))
  const before = postOffice(minutesLater(29))
  await sendDue(before.office, plainMails)
  expect(before.sent).toEqual([])
  const after = postOffice(minutesLater(31))
  await sendDue(after.office, plainMails)
  expect(after.sent.map((mail) => mail.to).sort()).toEqual(['officer@union.example', 'partner@union.example'])
  for (const { subject } of after.sent) expect(subject).toContain('urgent_case')
  expect(await statuses()).toEqual(['interrupted', 'sent', 'sent'])
})

test('a sender that dies leaves the mails it had not come to for the next one', async () => {
  await writeWeeks(10, 14)
  await dieSending(here)
  const next = postOffice(minutesLater(60))
  await sendDue(next.office, plainMails)
  expect(next.sent).toHaveLength(3)
  expect((await statuses()).sort()).toEqual(['interrupted', 'sent', 'sent', 'sent'])
})

test('one run sends at most its limit and says when the next mail is due', async () => {
  await writeWeeks(10, 15)
  const { office, sent } = postOffice(here)
  expect(await sendDue(office, plainMails, 3)).toEqual(monday)
  expect(sent).toHaveLength(3)
  expect(await sendDue(office, plainMails, 3)).toBeNull()
  expect(sent).toHaveLength(5)
})

test('a mail that cannot be written does not stop the others', async () => {
  await write('1', 'alarm', 'administrator')
  await write('2', 'invitation', 'handler')
  const { office, sent } = postOffice(here)
  await sendDue(office, { ...plainMails, alarm: { ...plainMails.alarm, write: broken } })
  expect(sent.map((mail) => mail.subject)).toEqual(['invitation "2"'])
})

test('whoever has left the union gets no more mail', async () => {
  await write('1', 'digest', 'head')
  await write('1', 'digest', 'handler')
  await invite(officeOf(here), {
    name: '林新',
    email: 'invited@union.example',
    locale: 'zh',
    role: 'handler',
    org: await orgOf(here, 'township'),
  })
  await deactivate(officeOf(here), here.people.handler)
  const { office, sent } = postOffice(here)
  await sendDue(office, plainMails)
  expect(sent.map((mail) => mail.to).sort()).toEqual(['head@union.example', 'invited@union.example'])
  expect((await statuses()).sort()).toEqual(['sent', 'sent', 'skipped'])
})

test('twenty mails fit in one invocation of the free plan', async () => {
  await writeWeeks(10, 40)
  const { counted, statements } = countingStatements(env.DB)
  const { office, sent } = postOffice(here.with({ db: openDb(counted) }))
  await sendDue(office, plainMails)
  expect(sent).toHaveLength(20)
  expect(statements()).toBeLessThanOrEqual(45)
})

test('an urgent mail that ends every sender who takes it is given up and listed', async () => {
  await here.person('alone', [['duty_officer', 'union']])
  await here.file({ ...atUnit, danger: true })
  for (let minutes = 0; minutes < 6 * 31; minutes += 31) await dieSending(minutesLater(minutes))
  const { office, sent } = postOffice(minutesLater(6 * 31))
  await sendDue(office, plainMails)
  expect(sent).toHaveLength(0)
  expect(await statuses()).toEqual(['failed'])
})
