import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { archive } from '../../src/cases/clock/retention.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { forgetOldMail } from '../../src/mails/forgetting.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { tells } from '../support/town/post.ts'
import { days } from '../support/town/times.ts'
import { monday, succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const ledger = async (who = 'administrator', path: string = urls.officeDeletions) => {
  const answer = await (await at(who)).get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

test('an empty ledger says so', async () => {
  expect(read(await ledger())).toContain('还没有删除过什么')
})

test('what a worker deletes, and what he replaces, stands in the ledger without what it was', async () => {
  const held = await here.file()
  const phone = await phoneOf(held)
  await phone.act(urls.followContact, { worker_name: 'Li Na the Second', worker_phone: '13900000000' })
  await phone.act(urls.followIdentity, {})
  const page = await ledger()
  expect(read(page)).toMatch(
    new RegExp(
      `职工的姓名和联系方式 第 ${held.number} 号 · 职工要求删除.*职工的姓名和联系方式 第 ${held.number} 号 · 职工换成了新的`,
    ),
  )
  for (const secret of ['Li Na', '13800000000', '13900000000']) expect(page).not.toContain(secret)
})

test('of when a worker had his name deleted the day stands there, and no minute', async () => {
  const held = await here.file()
  succeeded(await here.at('2026-09-21T13:47:00+08:00').workerDoes(held, 'erase_identity'))
  const page = await ledger()
  expect(read(page)).toContain('2026年9月21日')
  for (const minute of ['13:47', '05:47']) expect(page).not.toContain(minute)
})

test('of what is over each kind says how many went', async () => {
  const held = await here.file()
  await here.does('officer', held, 'write', { body: 'We are on it.', key: 'a' })
  await here.does('officer', held, 'write', { body: 'We called.', key: 'b' })
  await here.reach(held, 'closed')
  await archive(here.at(days(1200)).scene)
  const page = read(await ledger())
  for (const words of ['往来留言 2 条', '答复的文字 1 份', '职工填写的内容', '保存期满'])
    expect(page).toContain(words)
})

test('old notices are counted, once for each time that some went', async () => {
  for (const event of ['one', 'two'])
    await tells(here.at(days(-100)), { kind: 'digest', event, staffId: 'auditor', data: {} })
  await env.DB.exec("update deliveries set status = 'sent'")
  await forgetOldMail(here.db, monday)
  await forgetOldMail(here.db, monday)
  expect(await here.db.select().from(deletions)).toMatchObject([
    { what: 'notices', count: 2, caseNumber: null },
  ])
  expect(read(await ledger())).toContain('发给工作人员的通知 2 条 已过三个月')
})

test('it is read page by page, the latest first, by auditors and by administrators of the federation', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => ({
    id: `row-${n}`,
    at: monday,
    caseNumber: 1000 + n,
    what: 'answers' as const,
    why: 'retention' as const,
  }))
  for (let from = 0; from < 60; from += 15)
    await here.db.insert(deletions).values(rows.slice(from, from + 15))
  const first = await ledger('auditor')
  const next = /href="([^"]*deletions\?before=[^"]+)"/.exec(first)?.[1] ?? ''
  expect(next).not.toContain(String(monday.getTime()))
  const second = await ledger('auditor', next)
  const numbers = (page: string) => [...page.matchAll(/第 (\d+) 号/g)].map(([, number]) => Number(number))
  expect([...numbers(first), ...numbers(second)]).toEqual(
    rows.map(({ caseNumber }) => caseNumber).toReversed(),
  )
  expect((await (await at('officer')).get(urls.officeDeletions)).status).toBe(403)
})
