import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { logRows } from '../../src/office/log/log-rows.ts'
import { query, urls } from '../../src/urls.ts'
import { planOf } from '../support/query-plan.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('second', [['administrator', 'federation']])
})

/** The entries that the log shows. */
async function shown(asked: Record<string, string> = {}, who = 'administrator') {
  const page = await (await (await at(who)).get(urls.officeLog + query(asked))).text()
  return {
    page: read(page),
    entries: [...page.matchAll(/<strong class="what">(.*?)<\/strong>/g)].map((it) => it[1]),
  }
}

test('the log says in words which role was given, and for which category somebody was proposed', async () => {
  const office = await at('administrator')
  const lin = { name: '林新', email: 'lin@union.example', role: 'handler', org: 'township', locale: 'zh' }
  await office.post(urls.officeStaff, lin)
  await office.post(urls.officePerson('countyHandler'), { act: 'propose', category: 'harassment' })
  const { page } = await shown()
  expect(page).toContain('lin@union.example：承办人、华阳镇总工会')
  expect(page).toContain('countyHandler@union.example：性骚扰')
})

test('it is filtered by what was done, by whom, and by the day or the month', async () => {
  const office = await at('administrator')
  await office.post(urls.officePerson('handler'), { act: 'activate' })
  clock.now = days(1)
  await (await at('second')).post(urls.officePerson('head'), { act: 'activate' })
  clock.now = days(20)
  await (await at('second')).post(urls.officePerson('head'), { act: 'activate' })
  const opened = { action: 'activated' }
  expect((await shown(opened)).entries).toEqual([
    'second · 恢复账号',
    'second · 恢复账号',
    '蒋管理 · 恢复账号',
  ])
  expect((await shown({ ...opened, who: '蒋' })).entries).toEqual(['蒋管理 · 恢复账号'])
  expect((await shown({ ...opened, day: '2026-09-22' })).entries).toEqual(['second · 恢复账号'])
  expect((await shown({ ...opened, day: '2026年9月' })).entries).toHaveLength(2)
  expect((await shown({ ...opened, day: '2026-10', who: 'administrator' })).entries).toEqual([])
  expect((await shown({ action: 'founded' })).page).toContain('没有这样的记录')
})

test('of several who are called so one is chosen; nobody, and no day, are told and stand for nothing', async () => {
  await here.person('another', [['administrator', 'federation']])
  const many = await shown({ who: 'union.example' })
  expect(many.page).toContain('是哪一位')
  expect(many.page).toContain('administrator@union.example')
  expect((await shown({ who: 'administrator@union.example' })).entries.length).toBeGreaterThan(0)
  const nobody = await shown({ who: '没有此人' })
  expect([nobody.entries, nobody.page.includes('没有这个人')]).toEqual([[], true])
  const noDay = await shown({ day: '昨天' })
  expect([noDay.entries, noDay.page.includes('看不懂这个日期')]).toEqual([[], true])
})

test('whatever it is filtered by, an index leads there, and no history is walked', async () => {
  const span = { from: days(0), to: days(1) }
  for (const filter of [
    { action: 'signed_in' as const },
    { staffId: 'administrator' },
    { span },
    { action: 'signed_in' as const, staffId: 'administrator', span, before: 'x' },
  ]) {
    const plan = await planOf(env.DB, logRows(here.db, filter, 51))
    expect(
      plan.filter((step) => /^SCAN audit_log|TEMP B-TREE/.test(step)),
      plan.join('\n'),
    ).toEqual([])
    expect(plan.some((step) => /^SEARCH audit_log USING INDEX/.test(step))).toBe(true)
  }
})
