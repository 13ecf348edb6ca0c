import { cpus } from 'node:os'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { newToken } from '../../src/intake/form/token.ts'
import { urls } from '../../src/urls.ts'
import { testBindings } from '../support/bindings.ts'
import type { BuiltWorker } from '../support/build.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { filingBody } from './filing-body.ts'
import { load, median, type Reading, type Shot } from './load.ts'
import { started } from './processor.ts'
import { rowsOfLastFiling } from './rows.ts'
import { printTable } from './table.ts'

const rounds = 3
const plenty = 1_000_000

interface Side {
  name: string
  url: string
  pid: number | undefined
  page: () => Iterator<Shot>
  filing: () => Iterator<Shot>
}

/** The product's form page and filing, and a bare Hono Worker that sends the same bytes and writes the same rows. */
export async function besideBare(product: BuiltWorker, bare: BuiltWorker): Promise<void> {
  const { value: huying, pid } = await started(() => startHuying(product, { rateLimit: plenty }))
  await seedDemo(huying.d1, new Date(), huying.secrets)
  await takeAsMuchAsComes(huying)
  const ours = await productSide(huying, pid)
  const yardstick = await bareSide(huying, product, bare, ours)
  console.log(
    `\n${cpus().length} cores, ${cpus()[0]?.model}; medians of ${rounds}, one after the other in turn`,
  )
  const kinds = [
    { what: 'form page', shots: 'page', expected: 200, counts: [2000, 6000] },
    { what: 'filing', shots: 'filing', expected: 303, counts: [300, 1200] },
  ] as const
  const rows: (string | number)[][] = []
  for (const { what, shots, expected, counts } of kinds) {
    for (const [index, connections] of [1, 32].entries()) {
      const count = counts[index] ?? 0
      const readings = { ours: [] as Reading[], bare: [] as Reading[] }
      await load(yardstick.side, yardstick.side[shots](), { connections, count: 100, expected })
      await load(ours, ours[shots](), { connections, count: 100, expected })
      for (let round = 0; round < rounds; round += 1) {
        readings.bare.push(
          await load(yardstick.side, yardstick.side[shots](), { connections, count, expected }),
        )
        readings.ours.push(await load(ours, ours[shots](), { connections, count, expected }))
      }
      rows.push(row(what, connections, median(readings.ours), median(readings.bare)))
    }
  }
  printTable(
    'Huying beside a bare Worker',
    ['', 'connections', 'Huying req/s', 'bare req/s', 'ratio', 'Huying CPU ms', 'bare CPU ms'],
    rows,
  )
  await huying.stop()
  await yardstick.stop()
}

/** More is filed here in a minute than a county sees in years. */
async function takeAsMuchAsComes({ d1 }: Huying) {
  const settings = ['filingsPerSite', 'filingsInAll'].map((key) => `('${key}', '1000000', 0)`)
  await d1.prepare(`insert into settings (key, value, updated_at) values ${settings.join(', ')}`).run()
}

function row(what: string, connections: number, ours: Reading, bare: Reading) {
  const ratio = (ours.perSecond / bare.perSecond).toFixed(2)
  const rates = [ours.perSecond.toFixed(0), bare.perSecond.toFixed(0), ratio]
  return [what, connections, ...rates, ours.cpu.toFixed(2), bare.cpu.toFixed(2)]
}

async function productSide(huying: Huying, pid: number | undefined): Promise<Side> {
  const site = await huying.d1
    .prepare(
      "select s.code, f.current_version_id as version from sites s join forms f on f.id = s.form_id where f.slug = 'grievance' order by s.code limit 1",
    )
    .first<{ code: string; version: string }>()
  if (!site) throw new Error('The demo federation has no grievance site.')
  const path = urls.site(site.code)
  const openedAt = new Date(Date.now() - 60_000)
  const tokens = await Promise.all(
    Array.from({ length: 12_000 }, () => newToken(testBindings.RECEIPT_SECRET, path, site.version, openedAt)),
  )
  const cookie = await cookieOf(huying.url + path, tokens[0] ?? '')
  const unused = tokens.values()
  function* filings() {
    for (const token of unused) yield post(path, `${filingBody}&token=${token}`, huying.url, cookie)
  }
  return {
    name: 'Huying',
    url: huying.url,
    pid,
    page: () => forever({ path }),
    filing: () => filings(),
  }
}

async function bareSide(huying: Huying, product: BuiltWorker, bare: BuiltWorker, ours: Side) {
  const answer = await fetch(`${ours.url}${(ours.page().next().value as Shot).path}`)
  const page = await answer.text()
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !given.includes(name)))
  await load(ours, ours.filing(), { connections: 1, count: 1, expected: 303 })
  const rows = await rowsOfLastFiling(huying.d1)
  const vars = { PAGE: page, HEADERS: JSON.stringify(headers), ROWS: JSON.stringify(rows) }
  const { value: service, pid } = await started(() =>
    startHuying({ ...bare, migrations: product.migrations }, { vars }),
  )
  await seedDemo(service.d1, new Date(), service.secrets)
  const side: Side = {
    name: 'bare',
    url: service.url,
    pid,
    page: () => forever({ path: '/' }),
    filing: () => forever(post('/', filingBody, service.url)),
  }
  return { side, stop: service.stop }
}

const given = ['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date']

/** What a browser has from the check page, and sends with the filing. */
async function cookieOf(address: string, token: string): Promise<string> {
  const body = new URLSearchParams({ token, step: 'check' })
  const headers = { origin: new URL(address).origin }
  const answer = await fetch(address, { method: 'POST', body, headers })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

function post(path: string, body: string, origin: string, cookie = ''): Shot {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin, cookie }
  return { path, method: 'POST', body, headers }
}

function* forever(shot: Shot): Generator<Shot> {
  while (true) yield shot
}
