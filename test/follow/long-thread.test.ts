import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { historyForStaff, historyForWorker } from '../../src/cases/history.ts'
import { myData } from '../../src/cases/mydata.ts'
import { openDb } from '../../src/db/client.ts'
import { urls } from '../../src/urls.ts'
import { countingReads } from '../support/rows-read.ts'
import { at, clock, phoneOf } from '../support/town/pages.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

/** What weeks of writing leave, planted since a day lets through thirty. */
async function write(held: Held, messages: number, corrections: number) {
  const numbers = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)'
  await env.DB.batch([
    env.DB.prepare(
      `${numbers} insert into messages (id, case_id, at, from_worker, body, idempotency_key)
       select ?1 || '-m' || i, ?1, ?3 - 1000 * (?2 - i), 1, 'Message ' || i || '.', ?1 || '-' || i from n`,
    ).bind(held.id, messages, monday.getTime()),
    env.DB.prepare('update cases set read_by = ?2 where id = ?1 and ?3 > 0').bind(
      ...[held.id, monday.getTime(), messages],
    ),
    env.DB.prepare(
      `${numbers} insert into case_events (case_id, seq, at, action, actor, from_state, to_state, reason)
       select ?1, 100 + i, ?3 - 1000 * (?2 - i), 'correct', 'worker', 'triage', 'triage', 'Word ' || i || '.' from n`,
    ).bind(held.id, corrections, monday.getTime()),
  ])
}

const bodies = (page: string) => [...page.matchAll(/Message (\d+)\./g)].map((it) => Number(it[1]))
const words = (page: string) => [...page.matchAll(/Word (\d+)\./g)].map((it) => Number(it[1]))
const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

test.each<[string, RegExp, (page: string) => number[]]>([
  ['messages', /href="([^"]*[?&]messages=[^"]+)#thread"/, bodies],
  ['what happened', /href="([^"]*[?&]events=[^"]+)#history"/, words],
])('of %s the newest fifty come first, and page by page all others, each once', async (_, link, read) => {
  const held = await here.given('investigating')
  await write(held, 120, 120)
  const [phone, desk] = [await phoneOf(held), await at('handler')]
  for (const [browser, first] of [
    [phone, urls.follow],
    [desk, urls.deskCase(held.id)],
  ] as const) {
    const seen: number[] = []
    let address: string | undefined = first
    while (address) {
      const whole: string = await (await browser.get(address)).text()
      // What is new stands first as well, a few of it.
      const page = whole.replace(/<section class="news">[\s\S]*?<\/section>/, '')
      const shown = read(page)
      expect(shown.length).toBeLessThanOrEqual(50)
      expect(shown.some((one) => seen.includes(one))).toBe(false)
      seen.unshift(...shown)
      address = link.exec(page)?.[1]
    }
    expect(seen).toEqual(upTo(120))
  }
})

test('a short history has no pages', async () => {
  const held = await here.given('investigating')
  await write(held, 50, 40)
  const page = await (await phoneOf(held)).page()
  expect(bodies(page)).toHaveLength(50)
  expect(page).not.toMatch(/[?&](messages|events)=/)
})

test('only what was before his eyes is read', async () => {
  const held = await here.given('investigating')
  await write(held, 80, 0)
  const unread = async () =>
    (
      await env.DB.prepare('select count(*) as n from messages where case_id = ? and read_at is null')
        .bind(held.id)
        .first<{ n: number }>()
    )?.n
  const desk = await at('handler')
  const page = await (await desk.get(urls.deskCase(held.id))).text()
  expect(await unread()).toBe(30)
  const older = /href="([^"]*[?&]messages=[^"]+)#thread"/.exec(page)?.[1]
  await desk.get(older ?? '')
  expect(await unread()).toBe(0)
})

test('a question of the union stands on the page, however much was written since', async () => {
  const held = await here.file()
  await here.does('officer', held, 'ask_info', { reason: 'Which months?' })
  await write(held, 0, 120)
  expect(await (await phoneOf(held)).page()).toContain('Which months?')
})

test('what a worker takes away with him is whole', async () => {
  const held = await here.given('investigating')
  await write(held, 120, 120)
  const { history } = await myData(here.scene, await here.asWorker(held))
  expect(history.filter(({ what }) => what === 'message')).toHaveLength(120)
  const page = await (await (await phoneOf(held)).get(urls.followData)).text()
  expect(new Set(bodies(page)).size).toBe(120)
})

test('a page reads no more rows of two thousand than of fifty', async () => {
  const counting = countingReads(env.DB)
  const db = openDb(counting.d1)
  const rows: Record<string, number[]> = { worker: [], staff: [] }
  for (const many of [60, 2000]) {
    const held = await here.given('investigating')
    await write(held, many, many)
    const subject = await here.asWorker(held)
    await counting.rowsRead()
    await historyForWorker({ db }, subject, {})
    rows.worker?.push((await counting.rowsRead()).rows)
    await historyForStaff({ db }, subject, new Map(), {})
    rows.staff?.push((await counting.rowsRead()).rows)
  }
  for (const [few, most] of Object.values(rows)) expect(most).toBeLessThanOrEqual((few ?? 0) + 5)
})
