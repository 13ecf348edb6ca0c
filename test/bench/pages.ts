import { seedMany } from '../../scripts/demo/many.ts'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { query, urls } from '../../src/urls.ts'
import type { BuiltWorker } from '../support/build.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { printTable } from './table.ts'

const histories = [100, 10_000]

/** What each page asks of the database with a short and with a long history behind it. */
export async function pagesByHistory(counting: BuiltWorker): Promise<void> {
  const costs = new Map<string, string[]>()
  for (const cases of histories) {
    const huying = await startHuying(counting, { vars: { DEMO: '1' } })
    const played = await seedDemo(huying.d1, new Date(), huying.secrets)
    await seedMany(huying.d1, cases, new Date(), huying.secrets)
    for (const { page, path, cookie } of await visits(huying, played[0]?.receipt ?? '')) {
      // The first time fills what an isolate keeps for half a minute; the second is what every reader costs.
      await ask(huying, path, cookie)
      const { statements, rows } = await ask(huying, path, cookie)
      costs.set(page, [...(costs.get(page) ?? []), statements, rows])
    }
    await huying.stop()
  }
  const head = histories.flatMap((cases) => [`statements at ${cases}`, `rows read at ${cases}`])
  const rows = [...costs].map(([page, cost]) => [page, ...cost])
  printTable('What a page asks of the database', ['page', ...head], rows)
}

interface Visit {
  page: string
  path: string
  cookie?: string
}

async function visits(huying: Huying, receipt: string): Promise<Visit[]> {
  const one = async (sql: string) => String(Object.values((await huying.d1.prepare(sql).first()) ?? {})[0])
  const site = await one('select code from sites order by code limit 1')
  const chair = await signIn(huying, await person(huying, 'chair', 1))
  const duty = await signIn(huying, await person(huying, 'duty_officer', 1))
  const township = await signIn(huying, await person(huying, 'duty_officer', 2))
  const admin = await signIn(huying, await person(huying, 'administrator', 1))
  const anyCase = await one(
    "select id from cases where secrecy <> 'strict' and state = 'investigating' order by number limit 1",
  )
  const employer = await one('select id from enterprises order by id limit 1')
  const lists = ['open', 'new', 'late', 'danger', 'closed', 'withdrawn'].flatMap((view) => [
    { page: `cases, ${view}`, path: urls.deskCases + query({ show: view }), cookie: duty },
    { page: `cases, ${view} (township)`, path: urls.deskCases + query({ show: view }), cookie: township },
  ])
  return [
    { page: 'home', path: urls.home },
    { page: 'form', path: urls.site(site) },
    { page: 'follow', path: urls.follow, cookie: await cookiesOf(huying, urls.follow, { receipt }) },
    { page: 'board', path: urls.board },
    { page: 'my work', path: urls.desk, cookie: duty },
    { page: 'my work (chair)', path: urls.desk, cookie: chair },
    { page: 'my work (township)', path: urls.desk, cookie: township },
    ...lists,
    { page: 'cases of a category', path: urls.deskCases + query({ category: 'wages' }), cookie: duty },
    {
      page: 'cases of an employer',
      path: urls.deskCases + query({ show: 'closed', enterprise: employer }),
      cookie: duty,
    },
    { page: 'one case', path: urls.deskCase(anyCase), cookie: duty },
    { page: 'office', path: urls.office, cookie: admin },
    { page: 'office: sites', path: urls.officeSites, cookie: admin },
  ]
}

/** Somebody who has a role at the county (1) or in a township (2). */
export async function person({ d1 }: Huying, role: string, level: number): Promise<string> {
  const held = `role = '${role}' and length(org_path) = ${level * 4}`
  const found = await d1
    .prepare(`select staff_id as id from role_grants where ${held} order by staff_id limit 1`)
    .first<string>('id')
  return String(found)
}

export const signIn = (huying: Huying, staff: string) => cookiesOf(huying, urls.signInDemo, { staff })

async function cookiesOf({ url }: Huying, path: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams(form),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

export async function ask({ url }: Huying, path: string, cookie?: string) {
  const answer = await fetch(url + path, { headers: cookie ? { cookie } : {}, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  const header = (name: string) => answer.headers.get(name) ?? '?'
  return { statements: header('x-statements'), rows: header('x-rows-read') }
}
