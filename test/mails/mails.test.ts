import { env } from 'cloudflare:workers'
import { eq, notInArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { deliveries, notices } from '../../src/db/tables/notices.ts'
import { categories, type Locale, locales, type NoticeKind } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { mails } from '../../src/mails/all.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { chooseMail } from '../../src/orgs/choosing-mail.ts'
import { invite } from '../../src/orgs/inviting.ts'
import { proposeNominee, unname } from '../../src/orgs/nominating.ts'
import { urls } from '../../src/urls.ts'
import { remindOfCalendar } from '../../src/watch/calendar-reminder.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf, orgOf } from '../support/town/office.ts'
import { address, postOffice } from '../support/town/post.ts'
import { days } from '../support/town/times.ts'
import { succeeded, type Town } from '../support/town/town.ts'

let here: Town

/** Of two people in each role one reads English. */
beforeEach(async () => {
  here = await townAnew(env.DB)
  for (const [id, role, org] of [
    ['confidant', 'duty_officer', 'township'],
    ['englishConfidant', 'duty_officer', 'township'],
    ['englishAdministrator', 'administrator', 'federation'],
  ] as const) {
    await here.person(id, [[role, org]], role === 'duty_officer' ? ['harassment'] : [])
  }
  for (const id of ['englishConfidant', 'englishAdministrator', 'secondOfficer', 'supervisor'])
    await chooseMail(here.scene, id, { digest: true, locale: 'en' })
})

/** What happens, its kind of mail, and where the mail leads; each is told in both languages. */
const mailsAbout: [string, NoticeKind, () => Promise<string>][] = [
  [
    'danger',
    'urgent_case',
    async () => urls.deskCase((await here.file({ category: 'harassment', danger: true })).id),
  ],
  ['ten workers or more', 'urgent_case', async () => urls.deskCase((await here.file({ workers: 10 })).id)],
  [
    'retaliation',
    'urgent_case',
    async () => {
      const held = await here.file()
      succeeded(await here.workerDoes(held, 'report_retaliation', { reason: 'They sacked me.' }))
      return urls.deskCase(held.id)
    },
  ],
  [
    'a case for named people',
    'entrusted',
    async () => {
      const held = await here.file()
      const input = { confidedTo: 'harassment', reason: 'It is about her foreman.' } as const
      succeeded(await here.does('officer', held, 'confide', input))
      return urls.deskCase(held.id)
    },
  ],
  [
    'what is overdue',
    'overdue',
    async () => {
      await here.file()
      const second = await here.file()
      await muchLater().strike()
      return urls.deskCase(second.id)
    },
  ],
  [
    'whose turn it is',
    'your_turn',
    async () => {
      await here.person('englishHead', [['department_head', 'township']])
      await chooseMail(here.scene, 'englishHead', { digest: true, locale: 'en' })
      return urls.deskCase((await here.given('in_review')).id)
    },
  ],
  [
    'a message of the worker',
    'worker_wrote',
    async () => {
      const held = await here.file()
      await here.workerDoes(held, 'write_to_union', { body: 'They sacked me.', key: 'a' })
      return urls.deskCase(held.id)
    },
  ],
  [
    'what is due soon',
    'due_soon',
    async () => {
      const held = await here.given('accepted')
      await here.does('officer', held, 'write', { body: 'We have it.', key: 'a' })
      await here.at('2026-09-22T08:00:00+08:00').strike()
      return urls.deskCase(held.id)
    },
  ],
  [
    'supervision that started by itself',
    'supervised',
    async () => {
      await here.person('chineseSupervisor', [['supervisor', 'federation']])
      const then = here.at('2026-10-12T09:00:00+08:00')
      const held = await then.given('replied')
      // What its story told by now is not meant here.
      await here.db.delete(notices).where(eq(notices.caseId, held.id))
      const left = here.db.select({ id: notices.id }).from(notices)
      await here.db.delete(deliveries).where(notInArray(deliveries.noticeId, left))
      succeeded(await then.workerDoes(held, 'reopen', { reason: 'Nothing was paid.' }))
      await here.at('2026-10-13T08:00:00+08:00').strike()
      return urls.deskCase(held.id)
    },
  ],
  [
    'cases that nobody has',
    'alarm',
    async () => {
      // Nobody is named for it.
      await here.file({ category: 'conduct' })
      await here.file({ category: 'conduct' })
      await muchLater().strike()
      return urls.officeStaff
    },
  ],
  [
    'a year without holidays',
    'alarm',
    async () => {
      await remindOfCalendar(here.at('2026-11-02T01:00:00Z').scene)
      return urls.officeCalendar
    },
  ],
  [
    'an invitation',
    'invitation',
    async () => {
      const org = await orgOf(here, 'township')
      for (const locale of locales) {
        const invitation = { name: locale, email: `${locale}@union.example`, locale, org }
        await invite(officeOf(here), { ...invitation, role: 'handler' })
      }
      return urls.signIn
    },
  ],
  [
    'somebody who is proposed for a strict category',
    'naming_proposed',
    async () => {
      await here.person('second', [['administrator', 'federation']])
      await proposeNominee(officeOf(here), here.people.deputy, 'harassment')
      return urls.officeNominees
    },
  ],
  [
    'somebody who is named no longer',
    'naming',
    async () => {
      const former = await here.person('former', [['duty_officer', 'township']], ['harassment'])
      await unname(officeOf(here), former, 'harassment')
      return urls.account
    },
  ],
]

const muchLater = () => here.at(days(7))

/** Sends all mail that waits, and gives one in each language. */
async function sendAll() {
  const { office, sent } = postOffice(here.at('2026-11-02T01:00:00Z'))
  // A run sends twenty.
  for (let run = 0; run < 4; run += 1) await sendDue(office, mails)
  const told = await here.notices()
  expect(told.map(({ status }) => status)).toEqual(told.map(() => 'sent'))
  const inLanguage = (locale: Locale) => {
    const readers = told.filter((it) => it.locale === locale).map((it) => it.recipient)
    return sent.find(({ to }) => readers.includes(to))
  }
  return { told, sent, zh: inLanguage('zh'), en: inLanguage('en') }
}

test.each(mailsAbout)(
  'a mail about %s leads to the right page, in both languages',
  async (_, kind, happening) => {
    const path = await happening()
    const { told, zh, en } = await sendAll()
    expect(new Set(told.map((it) => it.kind))).toEqual(new Set([kind]))
    expect(zh?.text).toContain(address + path)
    expect(zh?.html).toContain(`href="${address}${path}"`)
    expect(zh?.text).toMatch(/\p{Script=Han}/u)
    expect(en?.text).toContain(address + path)
    expect(`${en?.subject}${en?.text}${en?.html}`).not.toMatch(/\p{Script=Han}/u)
  },
)

test('no mail says what a case is about', async () => {
  for (const [, , happening] of mailsAbout) await happening()
  const { told, sent } = await sendAll()
  expect(new Set(told.map((it) => it.kind))).toEqual(new Set(mailsAbout.map(([, kind]) => kind)))
  expect(sent).toHaveLength(told.length)
  const subjects = categories.flatMap((it) => locales.map((locale) => catalogs[locale].words.categories[it]))
  for (const { subject, text, html } of sent)
    for (const word of [...subjects, 'No wages since July.', 'They sacked me.', 'Li Na', '13800000000'])
      expect(subject + text + html).not.toContain(word)
})
