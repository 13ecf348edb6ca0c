import { beforeEach, expect, test } from 'vitest'
import type { AlarmData, OverdueData, UrgentData } from '../../src/cases/notices.ts'
import { deliveryRows } from '../../src/db/outbox.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { type DeliveryKind, locales } from '../../src/db/vocabulary.ts'
import { sendDue } from '../../src/mail/sender.ts'
import { renderers } from '../../src/mails/all.ts'
import { db, postOffice } from '../mail/office.ts'

const now = new Date('2026-11-23T00:20:00Z')
const it = { id: 'case-1', number: 12, category: 'harassment' } as const
const two = [it, { id: 'case-2', number: 13 }]

const mails: [string, DeliveryKind, UrgentData | OverdueData | AlarmData | object, string][] = [
  ['danger', 'urgent_case', { case: it, why: 'danger' }, '/desk/cases/case-1'],
  ['ten workers or more', 'urgent_case', { case: it, why: 'many' }, '/desk/cases/case-1'],
  ['retaliation', 'urgent_case', { case: it, why: 'retaliation' }, '/desk/cases/case-1'],
  ['what is overdue', 'overdue', { cases: two }, '/desk/cases/case-2'],
  ['cases that nobody has', 'alarm', { why: 'nobody', cases: two }, '/office/staff'],
  ['a year without holidays', 'alarm', { why: 'calendar', cases: [], year: 2027 }, '/office/calendar'],
  ['an invitation', 'invitation', {}, '/sign-in'],
]

beforeEach(async () => {
  await db.delete(deliveries)
})

test.each(mails)(
  'a mail about %s leads to the right page, in both languages',
  async (_, kind, data, path) => {
    const { office, sent } = postOffice(now)
    for (const locale of locales) {
      await deliveryRows(db, now, [{ kind, recipient: 'cadre@example.org', period: locale, locale, data }])
    }
    await sendDue(office, renderers)
    const [zh, en] = sent
    expect(zh?.text).toContain(`https://huying.example${path}`)
    expect(zh?.html).toContain(`href="https://huying.example${path}"`)
    expect(zh?.text).toMatch(/\p{Script=Han}/u)
    expect(`${en?.subject}${en?.text}${en?.html}`).not.toMatch(/\p{Script=Han}/u)
  },
)

test('no mail says what a case is about', async () => {
  const { office, sent } = postOffice(now)
  for (const [period, kind, data] of mails) {
    await deliveryRows(db, now, [{ kind, recipient: 'cadre@example.org', period, locale: 'zh', data }])
  }
  await sendDue(office, renderers)
  expect(sent).toHaveLength(mails.length)
  for (const { subject, text } of sent) expect(subject + text).not.toContain('性骚扰')
})
