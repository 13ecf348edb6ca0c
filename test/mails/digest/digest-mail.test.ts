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
  filed: 7,
  open: [
    { state: 'triage', count: 3 },
    { state: 'drafting', count: 9 },
  ],
  dueThisWeek: 4,
  overdue: 2,
  overdueBy: [{ org: { zh: '<宏达>电子工会', en: 'Hongda & Sons Union' }, count: 2 }],
  rates: { contactsDue: 7, contactsInTime: 6, rated: 0, solved: 0, partly: 0, satisfied: 0 },
  categories: [{ category: 'wages', week: 5, before: 12 }],
}

let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB, new Date('2026-11-23T00:20:00Z'))
})

async function mailIn(locale: Locale, service = address) {
  await chooseMail(here.scene, 'head', { digest: true, locale })
  await tells(here, { kind: 'digest', staffId: 'head', event: `2026-W48 ${locale}`, data })
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
  expect(zh.text).toContain('- 欠薪：上周 5，此前四周 12')
  expect(zh.text).toContain('响应率（按时联系到职工）：86% · 6/7')
  expect(zh.html).toContain('<html lang="zh-CN">')
  const en = await mailIn('en')
  expect(en.subject).toBe('Your cases in the week to 22 November 2026')
  expect(en.text).toContain('- Unpaid wages: Last week 5, Four weeks before 12')
  expect(en.html).not.toMatch(/\p{Script=Han}/u)
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
  expect(headers).toBeUndefined()
  expect(html).not.toContain('href')
  expect(text).toContain('打开我的工作台')
})
