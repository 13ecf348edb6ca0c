import { asc, gt } from 'drizzle-orm'
import { seedMany } from '../../scripts/demo/many.ts'
import { openDb } from '../../src/db/client.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { indexCases } from '../../src/search/indexing.ts'
import { beginRound } from '../../src/search/rounds.ts'
import { urls } from '../../src/urls.ts'
import type { BuiltWorker } from '../support/build.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { ask, person, signIn } from './pages.ts'
import { printTable } from './table.ts'

const histories = [1_000, 100_000]
/** For one run of the bench, which has no limit of time. */
const slice = 500

/** What each kind of search asks of both databases: two characters that all cases hold, that few do, or that messages hold. */
const searches = {
  'two characters, in every case': { words: '页面' },
  'two characters, in one of nine hundred': { words: '押金' },
  'two characters, in messages': { words: '谢谢' },
  'three characters': { words: '量一量' },
  'two words': { words: '页面 东西' },
  'two characters, of a state': { words: '页面', state: 'investigating' },
  'a state alone': { state: 'closed' },
}

/** What a page of hits asks with a short and with a long history behind it, of the county and of a township. */
export async function searchByHistory(counting: BuiltWorker): Promise<void> {
  const costs = new Map<string, string[]>()
  for (const history of histories) {
    const huying = await startHuying(counting, { vars: { DEMO: '1' } })
    await seedMany(huying.d1, history, new Date(), huying.secrets)
    await indexEvery(huying)
    for (const [scope, level] of [
      ['county', 1],
      ['township', 2],
    ] as const) {
      const cookie = await signIn(huying, await person(huying, 'duty_officer', level))
      for (const [name, fields] of Object.entries(searches)) {
        const path = await addressOf(huying, cookie, fields)
        await ask(huying, path, cookie)
        const { statements, rows } = await ask(huying, path, cookie)
        const key = `${name} (${scope})`
        costs.set(key, [...(costs.get(key) ?? []), statements, rows])
      }
    }
    await huying.stop()
  }
  const head = histories.flatMap((count) => [`statements at ${count}`, `rows read at ${count}`])
  printTable(
    'What a search asks of both databases',
    ['search', ...head],
    [...costs].map(([name, cost]) => [name, ...cost]),
  )
}

async function indexEvery({ d1, search, secrets }: Huying): Promise<void> {
  const scene = { db: openDb(d1), keys: secrets.keys, now: new Date() }
  const index = { words: search, secret: secrets.searchSecret }
  await beginRound(index)
  let upTo = ''
  for (;;) {
    const next = await scene.db
      .select({ id: cases.id })
      .from(cases)
      .where(gt(cases.id, upTo))
      .orderBy(asc(cases.id))
      .limit(slice)
    await indexCases(
      { ...scene, ...index },
      next.map(({ id }) => id),
    )
    const last = next.at(-1)
    if (!last) break
    upTo = last.id
  }
  await search.prepare('update rounds set done = 1').run()
  await d1.prepare('delete from changed_cases').run()
}

/** The address to which a search leads. */
async function addressOf({ url }: Huying, cookie: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url + urls.deskSearch, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie },
    body: new URLSearchParams(fields),
  })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || !to) throw new Error(`The search answered ${answer.status}`)
  return to
}
