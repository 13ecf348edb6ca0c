import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { notices } from '../../../src/db/tables/notices.ts'
import { type Locale, states } from '../../../src/db/vocabulary.ts'
import { compose } from '../../../src/mail/mime.ts'
import { staffOfChoiceToken } from '../../../src/mail/unsubscribe-token.ts'
import { mails } from '../../../src/mails/all.ts'
import type { DigestData } from '../../../src/mails/digest/data.ts'
import { sendDue } from '../../../src/mails/sender.ts'
import { chooseMail } from '../../../src/orgs/choosing-mail.ts'
import { query, urls } from '../../../src/urls.ts'
import { testBindings } from '../../support/bindings.ts'
import { townAnew } from '../../support/town/anew.ts'
import { address, postOffice, tells } from '../../support/town/post.ts'
import type { Town } from '../../support/town/town.ts'

// The look of a mail, not its figures: so many would take a town of years (they are counted in `weekly.test.ts`).
const data: DigestData = {
  staffId: 'head',
  from: Date.parse('2026-11-15T16:00:00Z'),
  to: Date.parse('2026-11-22T16:00:00Z'),
  turns: {
    count: 7,
    overdue: 1,
    first: [
      { id: 'late-case', number: 90000001, isLate: true },
      { id: 'next-case', number: 90000002, isLate: false },
    ],
  },
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
  overdueBy: [
    { id: 'elsewhereUnion', org: { zh: '<宏达>电子工会', en: 'Hongda & Sons Union' }, count: 1 },
    { id: 'union', org: { zh: '东升制衣工会', en: 'Dongsheng Garments Union' }, count: 1 },
  ],
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
  expect(zh.subject).toBe('轮到您 7 件：诉求工作周报（截至2026年11月22日）')
  expect(zh.text).toContain('- 待受理：3 件')
  expect(zh.text).toContain('- 其中欠薪：7 件')
  expect(zh.text).toContain('响应率（按时联系到职工）：71%（12/17）')
  expect(zh.html).toContain('<html lang="zh-CN">')
  const en = await mailIn('en')
  expect(en.subject).toBe('7 cases wait for you: the week to 22 November 2026')
  expect(en.text).toContain('- Of these, Unpaid wages: 7 cases')
  expect(en.html).not.toMatch(/\p{Script=Han}/u)
})

test('what waits for the reader comes first, the late of it by word and shape, each with its address', async () => {
  const { text, html } = await mailIn('zh')
  const order = [
    '轮到您 7 件',
    '其中 1 件已超期',
    '第 90000001 号',
    '另有 5 件',
    '打开我的工作台',
    '您负责的范围',
    '上周',
  ]
  const places = order.map((words) => text.indexOf(words))
  expect(places).toEqual(places.toSorted((one, two) => one - two))
  expect(places).not.toContain(-1)
  expect(text).toContain(`- ■ 已超期：第 90000001 号诉求件\n${address}${urls.deskCase('late-case')}`)
  expect(html).toContain(`href="${address}${urls.deskCase('next-case')}"`)
  expect(html).toContain('■ 已超期：第 90000001 号诉求件')
})

test('each number leads to its list', async () => {
  const { text } = await mailIn('en')
  const lists: [string, Record<string, string>][] = [
    ['■ Overdue: 2 cases', { show: 'late' }],
    ['Due this week: 4 cases', {}],
    ['Under supervision, the longest for 9 days: 1 case', { show: 'supervised' }],
    ['A worker wrote, nobody read it: 3 cases', { show: 'unread' }],
    ['Open: 12 cases', {}],
    ['■ Hongda & Sons Union: 1 case', { show: 'late', under: 'elsewhereUnion' }],
    ['Reply being drafted: 9 cases', { show: 'drafting' }],
    ['New: 12 cases', { show: 'new' }],
    ['Of these, Unpaid wages: 7 cases', { show: 'new', category: 'wages' }],
  ]
  for (const [line, list] of lists)
    expect(text).toContain(`- ${line}\n${address}${urls.deskCases}${query(list)}\n`)
})

test('what is nothing is left out, and nothing that waits is said in a word', async () => {
  const none = { count: 0, overdue: 0, first: [] }
  const calm = { turns: none, dueThisWeek: 0, overdue: 0, supervised: 0, unread: 0, overdueBy: [] }
  const mail = await mailIn('zh', address, calm)
  expect(mail.subject).toBe('诉求工作周报（截至2026年11月22日）')
  expect(mail.text).toContain('现在没有轮到您办的。')
  expect(mail.text).toContain('- 在办：12 件')
  for (const word of ['本周到期', '已超期', '督办', '留言', '■', '：0 '])
    expect(mail.text).not.toContain(word)
  expect(mail.html).toContain('没有超期，本周也没有到期的')
})

test('what came in, and what workers say, is withheld as on the board; what is to be done is not', async () => {
  const { text } = await mailIn('en')
  expect(text).toContain('- Of these, all other categories: 5 cases')
  for (const untold of ['Working hours', 'Rest days']) expect(text).not.toContain(untold)
  expect(text).toContain('Solved and satisfied: too few, withheld')
  const few = {
    filed: 3,
    categories: [{ category: 'wages', week: 3, before: 0 }],
  } satisfies Partial<DigestData>
  const rates = { contactsDue: 9, contactsInTime: 8, rated: 6, solved: 6, partly: 0, satisfied: 5 }
  const mail = await mailIn('zh', address, { ...few, rates })
  expect(mail.text).toContain('- 新收：少于 5')
  expect(mail.text).toContain('■ 已超期：2 件')
  for (const untold of ['欠薪', '8/9', '6/6', '5/6']) expect(mail.text).not.toContain(untold)
})

test('a cell that is withheld reads the same of none as of few', async () => {
  const lastWeekOf = async (filed: number) => {
    await here.db.delete(notices)
    const { text } = await mailIn('zh', address, { filed, categories: [] })
    return text.slice(text.indexOf('== 上周'), text.indexOf('您订阅了'))
  }
  const none = await lastWeekOf(0)
  const few = [await lastWeekOf(1), await lastWeekOf(4)]
  expect(none).toContain('少于 5')
  for (const one of few) expect(one).toBe(none)
})

test('mail programs can show it: no script, nothing fetched, every name escaped', async () => {
  const { html } = await mailIn('zh')
  expect(html).toContain('&lt;宏达&gt;电子工会')
  expect(html).not.toMatch(/<(script|img|link|iframe|form)\b/i)
  expect(html).not.toMatch(/(src|background)\s*=|url\(/i)
})

test('it is read on a slow line, too: the fullest digest stays below 20 KB, as it goes over the wire', async () => {
  const overdueBy = Array.from({ length: 8 }, (_, at) => ({
    id: crypto.randomUUID(),
    org: { zh: `望江县华阳镇第${at}社区联合工会委员会`, en: `Union number ${at} of Huayang Township` },
    count: 3,
  }))
  const first = Array.from({ length: 5 }, () => ({ id: crypto.randomUUID(), number: 90000001, isLate: true }))
  const fullest = {
    turns: { count: 40, overdue: 40, first },
    overdueBy,
    open: states.map((state) => ({ state, count: 8 })),
    filed: 80,
    categories: (
      ['wages', 'hours', 'leave', 'insurance', 'contract', 'injury', 'safety', 'women'] as const
    ).map((category) => ({ category, week: 10, before: 10 })),
    rates: { contactsDue: 40, contactsInTime: 20, rated: 30, solved: 10, partly: 10, satisfied: 20 },
  }
  for (const locale of ['zh', 'en'] as const) {
    const mail = await mailIn(locale, address, fullest)
    const from = { name: '望江县总工会', email: 'huying@example.org' }
    const wire = compose(from, { id: 'd1', ...mail, locale }, new Date(0))
    expect(wire.length, locale).toBeLessThan(20_000)
  }
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
