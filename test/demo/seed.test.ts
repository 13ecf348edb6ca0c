import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { scenarios } from '../../scripts/demo/cases/all.ts'
import { growTo } from '../../scripts/demo/growing.ts'
import { liveThrough } from '../../scripts/demo/living.ts'
import { grievance } from '../../src/cases/grievance/process.ts'
import { closingLabels, roles } from '../../src/db/vocabulary.ts'
import { keys } from '../support/keys.ts'

const now = new Date('2026-11-25T03:20:00Z')
const secret = 'demo-receipt-secret-demo-receipt-secret'

async function rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]> {
  return (await env.DB.prepare(sql).all<Row>()).results
}

async function count(sql: string): Promise<number | null> {
  return env.DB.prepare(`select count(*) as n ${sql}`).first<number>('n')
}

beforeAll(async () => {
  await liveThrough(env.DB, now, { receiptSecret: secret, keys })
}, 120_000)

describe('the demo federation', () => {
  test('has three levels, employers and cadres of every role', async () => {
    expect(await rows('select distinct length(path) as length from organisations order by 1')).toEqual([
      { length: 4 },
      { length: 8 },
      { length: 12 },
    ])
    expect(await count('from organisations')).toBeGreaterThanOrEqual(8)
    expect(await count('from enterprises')).toBeGreaterThanOrEqual(12)
    expect(await count('from staff')).toBeGreaterThanOrEqual(10)
    const held = await rows<{ role: string }>('select distinct role from role_grants')
    expect(held.map(({ role }) => role).sort()).toEqual([...roles].sort())
  })

  test('has people named for strict cases by two administrators who agreed', async () => {
    const named = await count('from category_nominees')
    expect(named).toBeGreaterThan(5)
    for (const action of ['named_for_category', 'naming_proposed'])
      expect(await count(`from audit_log where action = '${action}'`)).toBeGreaterThanOrEqual(named ?? 0)
    expect(await count('from proposed_nominees')).toBe(1)
  })

  test('has an employer that waits for the county, because another goes by its name', async () => {
    expect(await rows("select org_id from enterprises where status = 'waiting'")).toEqual([
      { org_id: 'workshops' },
    ])
  })

  test('has more than sixty cases, some in every state of a grievance', async () => {
    expect(scenarios.length).toBeGreaterThan(60)
    expect(await count('from cases')).toBe(scenarios.length)
    const present = await rows<{ state: string }>('select distinct state from cases')
    expect(present.map(({ state }) => state).sort()).toEqual(Object.keys(grievance.states).sort())
  })

  test('has cases that ended in every way, and some that are late', async () => {
    const labels = await rows('select distinct closing_label from cases where closing_label is not null')
    expect(labels).toHaveLength(closingLabels.length)
    for (const lamp of ['green', 'amber', 'red'])
      expect(await count(`from cases where lamp = '${lamp}' and closed_at is null`)).toBeGreaterThan(0)
    expect(await count('from cases where supervised_at is not null')).toBeGreaterThan(0)
  })
})

const rules = {
  'every turn of a case is the turn of its latest event':
    'from cases c where turn <> (select max(turn) from case_events e where e.case_id = c.id)',
  'every case is in the state of its latest event': `from cases c where state <> (select to_state from case_events e where e.case_id = c.id and turn = c.turn)`,
  'what happened to a case happened in order':
    'from case_events a join case_events b on a.case_id = b.case_id and a.seq < b.seq where a.at > b.at',
  'nothing happened after the present': `from case_events where at > ${now.getTime()}`,
  'every case that goes on has somebody or a date': `from cases where state not in ('closed', 'archived') and holder_role is null and due_at is null`,
  'every overdue case has a next human being': `from cases where closed_at is null and due_at < ${now.getTime()}
      and (holder_role is null or (holder_id is null and holder_org_id is null))`,
  'every duty of ours that is overdue was seen by the clock, or somebody watches its case': `from duties d join cases c on c.id = d.case_id
      where d.holder = 'union' and d.ended_at is null and d.due_at < ${now.getTime()} and d.late_at is null
      and c.closed_at is null and c.supervised_at is null`,
  'the nearest duty of ours stands at its case': `from cases c where closed_at is null and due_at is not (
      select min(d.due_at) from duties d where d.case_id = c.id and d.holder = 'union' and d.ended_at is null)
      and holder_role is not null`,
  'every held case waits where somebody active holds the role': `from cases c where holder_role is not null and holder_id is null and not exists (
      select 1 from role_grants g where g.role = c.holder_role and g.org_id = c.holder_org_id)`,
  'every answer was signed by a third person': `from replies where signed_at is not null
      and (signer_id = drafter_id or signer_id = reviewer_id or reviewer_id = drafter_id)`,
  'no mail of the past waits to be sent': `from deliveries where status <> 'sent'`,
}

describe('the histories hold together', () => {
  test.each(Object.entries(rules))('%s', async (_, breaks) => {
    expect(await count(breaks)).toBe(0)
  })

  test('ten workers or more had the chair sign', async () => {
    const signed = await rows<{ role: string }>(
      `select e.role from case_events e join grievances g on g.case_id = e.case_id where e.action = 'sign' and g.workers >= 10`,
    )
    expect(signed.every(({ role }) => role === 'chair')).toBe(true)
  })
})

test('the federation grows to many cases that hold together alike', async () => {
  await growTo(env.DB, 1500, now)
  expect(await count('from cases')).toBe(1500)
  for (const breaks of Object.values(rules)) expect(await count(breaks), breaks).toBe(0)
  const over = await count(`from cases where state in ('closed', 'archived')`)
  expect(Number(over) / 1500).toBeGreaterThan(0.8)
})
