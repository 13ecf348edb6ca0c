import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { compareCases } from '../../src/cases/record/linking.ts'
import { openDb } from '../../src/db/client.ts'
import { loadRules } from '../../src/orgs/rules.ts'
import { openScene } from '../../src/orgs/scene.ts'
import { runJob } from '../../src/schedule.ts'
import { phoneOf } from '../support/town/pages.ts'
import { workerEnv } from '../support/worker-env.ts'
import before from './0.1.0.sql?raw'
import { kept, layOldDatabase, receipts, union, upgradeDatabase } from './opening.ts'

const again =
  "insert into enterprises (id, org_id, name, credit_code, created_at) select 'twice', org_id, name, credit_code, created_at from enterprises where id = 'e-mitang' union all select 'codeless', org_id, name, null, created_at from enterprises where id = 'e-mitang'"

/** A case of ten workers, one of six merged into it, and one of two merged into that: 10, 6 and 2 with all below. */
const chain = [
  'update cases set workers = 10, merged_into_id = null where number = 1',
  'update cases set workers = 6, merged_into_id = (select id from cases where number = 1) where number = 2',
  'update cases set workers = 2, merged_into_id = (select id from cases where number = 2) where number = 3',
].join('; ')

const db = openDb(env.DB)

beforeAll(async () => {
  await layOldDatabase()
  // What that version let in: a second employer with the code of another, and one without any.
  await env.DB.exec(again)
  await env.DB.exec("insert into settings (key, value, updated_at) values ('retentionDays', '5', 0)")
  // A chain of mergers, each of which its second one led nowhere.
  await env.DB.exec(chain)
  const until = env.MIGRATIONS.findIndex(({ name }) => name.includes('no_limitation_of_archived'))
  await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, until))
  // What a version in between left on cases that it archived.
  await env.DB.exec(
    "update grievances set limitation_at = 0 where case_id in (select id from cases where state = 'archived')",
  )
  await upgradeDatabase()
})

const ids = async () =>
  (await env.DB.prepare('select id from cases order by number').all<{ id: string }>()).results.map(
    ({ id }) => id,
  )

test('what the union has not read yet is to be read soon', async () => {
  const unread = `select count(*) as n from cases c where (read_by is not null) <> (state <> 'archived' and exists (
    select 1 from messages m where m.case_id = c.id and m.from_worker = 1 and m.read_at is null))`
  expect(await env.DB.prepare(unread).first()).toEqual({ n: 0 })
  expect(
    await env.DB.prepare('select count(*) as n from cases where read_by is not null').first(),
  ).not.toEqual({ n: 0 })
})

test('every case of a database of version 0.1.0 opens for somebody of the union', async () => {
  const open = await union()
  const all = await ids()
  expect(all).toHaveLength(60)
  for (const id of all) {
    const answer = await open(id)
    expect(answer?.status, `nobody sees ${id}`).toBe(200)
    expect(await answer?.text()).toContain('id="acts"')
  }
})

test('and for its worker, by the receipt he was given', async () => {
  for (const receipt of receipts) {
    const page = await (await phoneOf({ receipt })).page()
    expect(page).toContain('id="history"')
  }
})

test('the version before can still file while the next one is deployed', async () => {
  const filing = `insert into submissions (id, form_version_id, site_code, answers, locale, mode, idempotency_key, created_at)
    select 'filed-meanwhile', form_version_id, site_code, answers, locale, mode, 'another-key', created_at from submissions limit 1`
  expect((await env.DB.prepare(filing).run()).success).toBe(true)
  await env.DB.exec("delete from submissions where id = 'filed-meanwhile'")
})

test('the record finds each case in the state to which its moves led', async () => {
  const scene = await openScene(workerEnv().bindings, kept)
  await compareCases(scene, await ids())
  const { results } = await env.DB.prepare(
    "select data from notices where kind = 'alarm' and data ->> 'why' = 'altered'",
  ).all()
  expect(results).toEqual([])
})

test('each open case has what is owed on it, and the row says what is nearest', async () => {
  const { results } = await env.DB.prepare(
    `select c.state, c.duty_kind, c.due_at, (select count(*) from duties d where d.case_id = c.id and d.ended_at is null) as running
     from cases c where c.closed_at is null and c.state <> 'submitted'`,
  ).all<{ state: string; duty_kind: string | null; due_at: number | null; running: number }>()
  expect(results.length).toBeGreaterThan(20)
  for (const row of results) {
    expect(row.running, row.state).toBeGreaterThan(0)
    expect(row.duty_kind, row.state).not.toBeNull()
    expect(row.due_at, row.state).not.toBeNull()
  }
})

test('a case that is being handled owes its finish, one under review the answer to that', async () => {
  const { results } = await env.DB.prepare(
    `select c.state, group_concat(d.kind) as kinds from cases c
       join duties d on d.case_id = c.id and d.ended_at is null
     where c.state in ('investigating', 'mediating', 'referred', 'drafting', 'in_review', 'sign_off') group by c.id`,
  ).all<{ state: string; kinds: string }>()
  expect(results.length).toBeGreaterThan(5)
  for (const { state, kinds } of results) expect(kinds, state).toMatch(/\b(finish|review)\b/)
})

test('nothing that was kept is lost: contacts, answers, ratings, workers, mails', async () => {
  const count = async (sql: string) => Number(Object.values((await env.DB.prepare(sql).first()) ?? {})[0])
  const inserted = (table: string) =>
    before.split('\n').filter((line) => line.startsWith(`INSERT INTO "${table}"`)).length
  expect(await count('select count(*) from grievances')).toBe(60)
  expect(await count("select count(*) from duties where kind = 'contact'")).toBe(60)
  expect(await count('select count(*) from notices')).toBe(inserted('deliveries'))
  expect(
    await count('select count(*) from grievances g join replies r on r.id = g.reply_id'),
  ).toBeGreaterThan(20)
  expect(await count('select sum(workers) from grievances')).toBeGreaterThan(60)
})

test('what the board showed stays as it was', async () => {
  const { results } = await env.DB.prepare(
    "select period, told from publications where period in ('2023-09', '2026-09', '2026-10') order by period",
  ).all<{ period: string; told: string }>()
  const told = results.map(({ told }) => JSON.parse(told))
  expect(told[0]).toEqual({ filed: null, contacts: null, answers: null, categories: [] })
  // Of eleven categories all but wages had one case.
  expect(told[1]).toMatchObject({ filed: { of: 12 }, contacts: { of: 13, inTime: 13 }, categories: [] })
  expect(told[1]).toMatchObject({ answers: { of: 9, solved: 8, satisfied: 9 } })
  expect(told[2]).toMatchObject({ filed: { of: 8 }, contacts: { of: 8, inTime: 5 }, categories: [] })
})

test('an anonymous case shows its day by now, and what is archived holds no more than days', async () => {
  const sinceMidnight = (column: string) => `(${column} + 28800000) % 86400000 <> 0`
  const count = async (sql: string) => (await env.DB.prepare(sql).first<{ n: number }>())?.n
  const events = `select count(*) as n from case_events e join cases c on c.id = e.case_id where ${sinceMidnight('e.at')}`
  const filed = `select count(*) as n from cases where ${sinceMidnight('created_at')}`
  expect(await count(`${events} and c.state = 'archived'`)).toBe(0)
  expect(await count(`${events} and c.state <> 'archived'`)).toBeGreaterThan(100)
  const limited = 'from grievances g join cases c on c.id = g.case_id where g.limitation_at is not null'
  expect(await count(`select count(*) as n ${limited} and c.state = 'archived'`)).toBe(0)
  expect(await count(`select count(*) as n ${limited}`)).toBeGreaterThan(0)
  expect(await count(`${filed} and anonymous = 1`)).toBe(0)
  expect(await count(`${filed} and anonymous = 0`)).toBeGreaterThan(5)
})

test('what was merged leads to the case that lives on, with its own workers', async () => {
  const { results } = await env.DB.prepare(
    `select c.number, g.workers, into_it.number as into_it from grievances g join cases c on c.id = g.case_id
       left join cases into_it on into_it.id = g.merged_into_id where c.number <= 3 order by c.number`,
  ).all()
  expect(results).toEqual([
    { number: 1, workers: 10, into_it: null },
    { number: 2, workers: 4, into_it: 1 },
    { number: 3, workers: 2, into_it: 1 },
  ])
  const merges = "select count(*) as n from case_events where action = 'merge'"
  expect(await env.DB.prepare(merges).first()).toEqual({ n: 0 })
})

test('workers choose the employers that they could; the county looks at a second one of the same code', async () => {
  const { results } = await env.DB.prepare(
    "select id, status from enterprises where status <> 'approved'",
  ).all()
  expect(results).toEqual([{ id: 'twice', status: 'waiting' }])
})

test('what a worker called partly solved says so, in its label and in its history', async () => {
  const { results } = await env.DB.prepare(
    `select c.closing_label as label, group_concat(e.action, ' ') as acts from cases c
       join ratings r on r.case_id = c.id and r.solved = 'partly'
       join case_events e on e.case_id = c.id and (e.action glob 'rate_*' or e.action glob 'close_*')
     group by c.id order by c.number`,
  ).all()
  expect(results).toEqual([
    { label: 'solved', acts: 'rate_partly rate_solved' },
    { label: 'partly', acts: 'rate_partly close_partly' },
    { label: 'partly', acts: 'rate_partly close_partly' },
  ])
})

test('an appeal that waits is for whoever stands above those who decided, and they are barred from it', async () => {
  const waiting = await env.DB.prepare(
    "select c.id, c.org_path as path, g.to_city as toCity, g.appeals from cases c join grievances g on g.case_id = c.id where c.state = 'under_review'",
  ).first<{ id: string }>()
  expect(waiting).toMatchObject({ path: '0001', toCity: 1, appeals: 1 })
  const { results } = await env.DB.prepare(
    'select staff_id from decided_before where case_id = ? order by staff_id',
  )
    .bind(waiting?.id)
    .all()
  expect(results.map((it) => it.staff_id)).toEqual(['duan.hongwei', 'fang.min', 'su.ting'])
})

test('each site knows how many were filed there before', async () => {
  const { results } = await env.DB.prepare(
    'select filings, (select count(*) from submissions where site_code = sites.code) as filed from sites',
  ).all<{ filings: number; filed: number }>()
  expect(results.map(({ filings }) => filings)).toEqual(results.map(({ filed }) => filed))
  expect(results.reduce((sum, { filed }) => sum + filed, 0)).toBeGreaterThan(20)
})

test('a time of keeping that was shorter than sixty days is sixty days', async () => {
  expect((await loadRules(db, kept)).settings.retentionDays).toBe(60)
})

test('the clock goes on: run twice, it writes nobody twice', async () => {
  const { bindings } = workerEnv()
  const told = async () =>
    (await env.DB.prepare('select count(*) as n from notices').first<{ n: number }>())?.n
  const now = new Date('2026-11-26T01:00:00Z')
  await runJob('0 * * * *', bindings, now)
  const once = await told()
  await runJob('0 * * * *', bindings, now)
  expect(await told()).toBe(once)
})
