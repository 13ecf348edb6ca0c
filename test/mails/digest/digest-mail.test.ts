import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import type { Locale } from '../../../src/db/vocabulary.ts'
import { staffOfChoiceToken } from '../../../src/mail/unsubscribe-token.ts'
import { mails } from '../../../src/mails/all.ts'
import type { DigestData } from '../../../src/mails/digest/data.ts'
import { sendDue } from '../../../src/mails/sender.ts'
import { chooseMail } from '../../../src/orgs/choosing-mail.ts'
import { testBindings } from '../../support/bindings.ts'
import { townAnew } from '../../support/town/anew.ts'
import { address, postOffice, tells } from '../../support/town/post.ts'
import type { Town } from '../../support/town/town.ts'

// The look of a mail, not its figures: so many would take a town of years (they are counted in `weekly.test.ts`).
const data: DigestData = {
  staffId: 'head',
  from: Date.parse('2026-11-15T16:00:00Z'),
  to: Date.parse('2026-11-22T16:00:00Z'),
  filed: 12,
  open: [
    { state: 'triage', count: 3 },
    { state: 'drafting', count: 9 },
  ],
  dueThisWeek: 4,
  overdue: 2,
  supervised: 1,
  supervisedDays: 9,
  unread: 3,
  overdueBy: [{ org: { zh: '<宏达>电子工会', en: 'Hongda & Sons Union' }, count: 2 }],
  rates: { contactsDue: 17, contactsInTime: 12, rated: 0, solved: 0, partly: 0, satisfied: 0 },
  categories: [
    { category: 'wages', week: 7, before: 12 },
    { category: 'hours', week: 4, before: 0 },
    { category: 'leave', week: 1, before: 0 },
  ],
}

let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB, new Date('2026-11-23T00:20:00Z'))
})

async function mailIn(locale: Locale, service = address, changes: Partial<DigestData> = {}) {
  await chooseMail(here.scene, 'head', { digest: true, locale })
  await tells(here, {
    kind: 'digest',
    staffId: 'head',
    event: `2026-W48 ${locale}`,
    data: { ...data, ...changes },
  })
  const { office, sent } = postOffice(here)
  await sendDue({ ...office, settings: { ...office.settings, address: service } }, mails)
  const [mail] = sent
  if (!mail) throw new Error('no mail was sent')
  return mail
}

test('the digest speaks the language of its reader, in text and in HTML', async () => {
  const zh = await mailIn('zh')
  expect(zh.subject).toBe('诉求工作周报（截至2026年11月22日）')
  expect(zh.text).toContain('- 待受理：3')
  expect(zh.text).toContain('- 欠薪：上周 7')
  expect(zh.text).toContain('响应率（按时联系到职工）：71% · 12/17')
  expect(zh.html).toContain('<html lang="zh-CN">')
  const en = await mailIn('en')
  expect(en.subject).toBe('Your cases in the week to 22 November 2026')
  expect(en.text).toContain('- Unpaid wages: Last week 7')
  expect(en.html).not.toMatch(/\p{Script=Han}/u)
})

test('what came in, and what workers say, is withheld as on the board; what is to be done is not', async () => {
  const { text } = await mailIn('en')
  expect(text).toContain('- All other categories: Last week 5')
  for (const untold of ['Working hours', 'Rest days']) expect(text).not.toContain(untold)
  expect(text).toContain('Solved (the worker says so): too few, withheld')
  const few = {
    filed: 3,
    categories: [{ category: 'wages', week: 3, before: 0 }],
  } satisfies Partial<DigestData>
  const rates = { contactsDue: 9, contactsInTime: 8, rated: 6, solved: 6, partly: 0, satisfied: 5 }
  const mail = await mailIn('zh', address, { ...few, rates })
  expect(mail.text).toContain('- 上周新增：少于 5')
  expect(mail.text).toContain('- 已经超期：2')
  for (const untold of ['欠薪', '8/9', '6/6', '5/6']) expect(mail.text).not.toContain(untold)
})

test('mail programs can show it: tables, no script, nothing fetched, every name escaped', async () => {
  const { html } = await mailIn('zh')
  expect(html).toContain('&lt;宏达&gt;电子工会')
  expect(html).not.toMatch(/<(script|img|link|iframe|form)\b/i)
  expect(html).not.toMatch(/(src|background)\s*=|url\(/i)
  expect(new TextEncoder().encode(html).length).toBeLessThan(100_000)
})

test('one click changes what I get, for a person and for a mail program', async () => {
  const { headers, text, html } = await mailIn('zh')
  const link = /^<(https:\/\/huying\.example\/\S+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
  expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  expect(text).toContain(link)
  expect(html).toContain(`href="${link}"`)
  const token = decodeURIComponent(link.split('/').at(-1) ?? '')
  expect(await staffOfChoiceToken(testBindings.AUTH_SECRET, token)).toBe('head')
})

test('a service that does not know its address still sends a mail that makes sense', async () => {
  const { headers, text, html } = await mailIn('zh', '')
  expect(headers).not.toHaveProperty('List-Unsubscribe')
  expect(html).not.toContain('href')
  expect(text).toContain('打开我的工作台')
})
