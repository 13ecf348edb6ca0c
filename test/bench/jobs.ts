import type { BuiltWorker } from '../support/build.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { multiply } from '../support/multiplying.ts'
import { type Town, town } from '../support/town/town.ts'
import { printTable } from './table.ts'

const crons = { watch: '0 * * * *', digest: '20 * * * *', moving: '40 * * * *' }
/** Further ones by the command, as `npm run bench -- 1000000`, which takes minutes more. */
const histories = [1_000, 100_000, ...process.argv.slice(2).map(Number)]
/** However many they are, they ended within this time: an older one would be work that is due. */
const span = 350 * 86_400_000

const founded = new Date('2026-09-01T01:00:00Z')
/** A Monday at eight, when people are told. */
const monday = new Date('2026-11-23T00:00:00Z')

/** What the jobs of the clock ask of the database: as history grows, and where much waits for them. */
export async function jobsByBacklog(counting: BuiltWorker): Promise<void> {
  const costs = new Map<string, (string | number)[]>()
  for (const history of histories) {
    const { huying, here } = await found(counting)
    const closed = await here.at('2026-09-10T01:00:00Z').given('closed')
    await multiply(huying.d1, closed, history, span / history)
    await someIsDue(here)
    for (const [name, cron] of Object.entries(crons)) {
      const { statements, rowsRead } = await run(huying, { cron })
      costs.set(name, [...(costs.get(name) ?? []), statements, rowsRead])
    }
    await huying.stop()
  }
  const head = histories.flatMap((count) => [`statements at ${count}`, `rows read at ${count}`])
  printTable('What a job asks with the same work due', ['job', ...head], rowsOf(costs))

  const rows: (string | number)[][] = []
  for (const backlog of backlogs) {
    const { huying, here } = await found(counting)
    await backlog.prepare(huying.d1, here)
    rows.push([backlog.name, ...(await workOff(huying, backlog))])
    await huying.stop()
  }
  printTable(
    'One invocation of a job, where much waits for it (50 statements are the limit of the free plan)',
    ['job', 'statements', 'rows read', 'rows written', 'left after one', 'invocations until none is left'],
    rows,
  )
}

interface Backlog {
  name: string
  cron: string
  /** The message by which it goes on; without one, the next hour does. */
  message?: string
  /** SQL: how many wait. */
  left: string
  prepare: (d1: D1Database, here: Town) => Promise<unknown>
}

const late = (count: number) => async (d1: D1Database, here: Town) =>
  multiply(d1, await here.at('2026-11-09T01:00:00Z').given('accepted'), count - 1)

const backlogs: Backlog[] = [
  {
    name: 'watch: 100,000 overdue are told',
    cron: crons.watch,
    left: `select (select count(*) from notices where kind = 'overdue') = 0 as count`,
    async prepare(d1, here) {
      await late(100_000)(d1, here)
      // The clock has seen them all before.
      await d1.batch([
        d1.prepare(`update duties set late_at = due_at, half_at = null`),
        d1.prepare(`update cases set lamp = 'red', supervised_at = due_at`),
      ])
    },
  },
  {
    name: 'watch: 10,000 newly late are supervised',
    cron: crons.watch,
    left: `select count(*) as count from cases where supervised_at is null`,
    prepare: late(10_000),
  },
  {
    name: 'lapse: 1,000 without a rating',
    cron: crons.moving,
    message: 'moving_on',
    left: `select count(*) as count from cases where state = 'replied'`,
    prepare: async (d1, here) => multiply(d1, await here.at('2026-11-02T01:00:00Z').given('replied'), 999),
  },
  {
    name: 'archive: 1,000 past their retention',
    cron: crons.moving,
    message: 'moving_on',
    left: `select count(*) as count from cases where state = 'closed'`,
    prepare: async (d1, here) => multiply(d1, await here.at('2019-11-02T01:00:00Z').given('closed'), 999),
  },
  {
    name: 'digest: 300 people, each of whom reads something else',
    cron: crons.digest,
    message: 'digest',
    left: `select count(*) as count from staff s where id glob 'reader-*'
      and not exists (select 1 from notices n where n.staff_id = s.id and n.kind = 'digest')`,
    prepare: readers,
  },
  {
    name: 'mail: 300',
    cron: crons.digest,
    message: 'deliveries',
    left: `select count(*) as count from deliveries where status = 'pending'`,
    async prepare(d1) {
      await d1.batch([
        d1
          .prepare(
            `with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)
             insert into notices (id, staff_id, kind, event, data, at)
             select 'notice-' || i, 'officer', 'overdue', 'day ' || i, '{"cases":[],"count":0}', ?1 from n`,
          )
          .bind(monday.getTime()),
        d1
          .prepare(
            `insert into deliveries (id, notice_id, channel, address, next_at, created_at)
             select id, id, 'mail', 'officer@union.example', ?1, ?1 from notices`,
          )
          .bind(monday.getTime()),
      ])
    },
  },
]

/** Three hundred handlers, each of whom stands aside from another case, so that nobody shares his figures. */
async function readers(d1: D1Database, here: Town) {
  await here.at('2026-11-18T01:00:00Z').file()
  const numbers = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)'
  const at = founded.getTime()
  await d1.batch([
    d1.prepare(`${numbers} insert into staff (id, name, email, locale, created_at, updated_at)
      select 'reader-' || i, 'reader', 'reader-' || i || '@union.example', 'zh', ${at}, ${at} from n`),
    d1.prepare(`${numbers} insert into role_grants (staff_id, org_id, org_path, role, created_at)
      select 'reader-' || i, org_id, org_path, 'handler', ${at} from n, role_grants where staff_id = 'handler'`),
    d1.prepare(`${numbers} insert into recusals (staff_id, case_id, at)
      select 'reader-' || i, 'elsewhere-' || i, ${at} from n`),
    d1.prepare(`update staff set digest = 0 where id not glob 'reader-*'`),
  ])
}

/** Some of everything that falls due in this hour, or waits for it. */
async function someIsDue(here: Town) {
  await here.at('2019-11-08T01:00:00Z').given('closed')
  const begun = here.at('2026-11-02T01:00:00Z')
  for (const state of ['needs_info', 'declined', 'replied', 'accepted', 'investigating'] as const)
    await begun.given(state)
}

/** Lets a job run until nothing waits; what its dearest invocation cost, what the first one left, and how many. */
async function workOff(huying: Huying, { cron, message, left }: Backlog) {
  const leftNow = async () => Number((await huying.d1.prepare(left).first<{ count: number }>())?.count)
  const dearest = { statements: 0, rowsRead: 0, rowsWritten: 0 }
  let after = 0
  let runs = 0
  do {
    const at = message ? monday.getTime() : monday.getTime() + runs * 3_600_000
    const cost = await run(huying, runs > 0 && message ? { message } : { cron }, at)
    for (const key of ['statements', 'rowsRead', 'rowsWritten'] as const)
      dearest[key] = Math.max(dearest[key], cost[key])
    runs += 1
    if (runs === 1) after = await leftNow()
  } while ((await leftNow()) > 0 && runs < 100)
  return [dearest.statements, dearest.rowsRead, dearest.rowsWritten, after, runs]
}

async function run({ url }: Huying, what: { cron: string } | { message: string }, at = monday.getTime()) {
  const answer = await fetch(`${url}/job?${new URLSearchParams({ ...what, at: String(at) })}`)
  if (!answer.ok) throw new Error(`${Object.values(what)} answered ${answer.status}: ${await answer.text()}`)
  const header = (name: string) => Number(answer.headers.get(name))
  return {
    statements: header('x-statements'),
    rowsRead: header('x-rows-read'),
    rowsWritten: header('x-rows-written'),
  }
}

async function found(counting: BuiltWorker) {
  const huying = await startHuying(counting)
  return { huying, here: await town(huying.d1, founded, huying.secrets.keys) }
}

function rowsOf(costs: Map<string, (string | number)[]>) {
  return [...costs].map(([name, cost]) => [name, ...cost])
}
