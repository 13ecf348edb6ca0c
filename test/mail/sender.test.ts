import { beforeEach, expect, test } from 'vitest'
import { deliveryRows, sendAgain } from '../../src/db/outbox.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { staff } from '../../src/db/tables/orgs.ts'
import type { DeliveryKind } from '../../src/db/vocabulary.ts'
import { sendDue } from '../../src/mail/sender.ts'
import { countingDb, db, minutesAfter, plainRenderers, postOffice, statuses } from './office.ts'

const now = new Date('2026-11-23T00:20:00Z')

beforeEach(async () => {
  await db.delete(deliveries)
  await db.delete(staff)
})

function write(period: string, kind: DeliveryKind = 'digest', recipient = 'cadre@example.org') {
  return deliveryRows(db, now, [{ kind, recipient, period, locale: 'zh', data: {} }])
}

const broken = () => {
  throw new Error('no route')
}

test('a mail is sent once, however often its cause and the sender run', async () => {
  const { office, sent } = postOffice(now)
  await db.batch([write('2026-W47'), write('2026-W47')])
  await sendDue(office, plainRenderers)
  await write('2026-W47')
  await sendDue(office, plainRenderers)
  expect(sent).toHaveLength(1)
  expect(await statuses()).toEqual(['sent'])
})

test('two senders at the same time never take the same mail', async () => {
  const { office, sent } = postOffice(now)
  for (let week = 10; week < 16; week += 1) await write(`2026-W${week}`)
  await Promise.all([sendDue(office, plainRenderers), sendDue(office, plainRenderers)])
  expect(sent.map((mail) => mail.subject).sort()).toEqual(
    ['10', '11', '12', '13', '14', '15'].map((week) => `digest 2026-W${week}`),
  )
})

test('a mail that fails is tried again after growing pauses, then stands as failed', async () => {
  await write('2026-W47')
  let at = now
  const pauses: number[] = []
  for (;;) {
    const next = await sendDue(postOffice(at, broken).office, plainRenderers)
    if (!next) break
    pauses.push((next.getTime() - at.getTime()) / 60_000)
    at = next
  }
  expect(pauses).toEqual([1, 5, 30, 120, 480])
  const [row] = await db.select().from(deliveries)
  expect(row).toMatchObject({ status: 'failed', attempts: 6, error: 'Error: no route' })
})

test('a failed mail that a person sends again goes out', async () => {
  await write('2026-W47')
  await db.update(deliveries).set({ status: 'failed', attempts: 6, error: 'no route' })
  const [row] = await db.select().from(deliveries)
  await sendAgain(db, row?.id ?? '', now)
  const { office, sent } = postOffice(now)
  await sendDue(office, plainRenderers)
  await sendAgain(db, row?.id ?? '', now)
  await sendDue(office, plainRenderers)
  expect(sent).toHaveLength(1)
})

test('a digest whose sender died waits for a person; an urgent mail goes again', async () => {
  await db.batch([write('2026-W47'), write('case-1', 'urgent_case')])
  await db.update(deliveries).set({ status: 'sending', nextAt: minutesAfter(now, 30) })
  const before = postOffice(minutesAfter(now, 29))
  await sendDue(before.office, plainRenderers)
  expect(before.sent).toEqual([])
  const after = postOffice(minutesAfter(now, 31))
  await sendDue(after.office, plainRenderers)
  expect(after.sent.map((mail) => mail.subject)).toEqual(['urgent_case case-1'])
  expect(await statuses()).toEqual(['interrupted', 'sent'])
})

test('a sender that dies leaves the mails it had not come to for the next one', async () => {
  for (let week = 10; week < 14; week += 1) await write(`2026-W${week}`)
  const dying = postOffice(now, () => new Promise(() => undefined))
  sendDue(dying.office, plainRenderers)
  await expect.poll(statuses).toContain('sending')
  const next = postOffice(minutesAfter(now, 60))
  await sendDue(next.office, plainRenderers)
  expect(next.sent).toHaveLength(3)
  expect((await statuses()).sort()).toEqual(['interrupted', 'sent', 'sent', 'sent'])
})

test('one run sends at most its limit and says when the next mail is due', async () => {
  for (let week = 10; week < 15; week += 1) await write(`2026-W${week}`)
  const { office, sent } = postOffice(now)
  expect(await sendDue(office, plainRenderers, 3)).toEqual(now)
  expect(sent).toHaveLength(3)
  expect(await sendDue(office, plainRenderers, 3)).toBeNull()
  expect(sent).toHaveLength(5)
})

test('a mail that cannot be written does not stop the others', async () => {
  await db.batch([write('1', 'alarm'), write('2', 'overdue')])
  const { office, sent } = postOffice(now)
  await sendDue(office, { ...plainRenderers, alarm: broken })
  expect(sent.map((mail) => mail.subject)).toEqual(['overdue 2'])
})

test('whoever has left the union gets no more mail', async () => {
  const person = { name: '某某', createdAt: now, updatedAt: now }
  await db.insert(staff).values([
    { ...person, id: 'here', email: 'here@example.org' },
    { ...person, id: 'left', email: 'left@example.org', active: false },
  ])
  await db.batch([
    write('1', 'overdue', 'here@example.org'),
    write('1', 'overdue', 'left@example.org'),
    write('1', 'invitation', 'invited@example.org'),
  ])
  const { office, sent } = postOffice(now)
  await sendDue(office, plainRenderers)
  expect(sent.map((mail) => mail.to).sort()).toEqual(['here@example.org', 'invited@example.org'])
  expect((await statuses()).sort()).toEqual(['sent', 'sent', 'skipped'])
})

test('twenty mails fit in one invocation of the free plan', async () => {
  for (let week = 10; week < 40; week += 1) await write(`2026-W${week}`)
  const { counted, statements } = countingDb()
  const { office, sent } = postOffice(now)
  await sendDue({ ...office, db: counted }, plainRenderers)
  expect(sent).toHaveLength(20)
  expect(statements()).toBeLessThanOrEqual(45)
})

test('an urgent mail that ends every sender who takes it is given up and listed', async () => {
  await write('case-1', 'urgent_case')
  await db.update(deliveries).set({ status: 'sending', attempts: 6, nextAt: now })
  const { office, sent } = postOffice(minutesAfter(now, 31))
  await sendDue(office, plainRenderers)
  expect(sent).toHaveLength(0)
  expect(await statuses()).toEqual(['failed'])
})
