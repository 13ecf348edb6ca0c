import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Encrypted } from '../../src/db/columns.ts'
import { submissions } from '../../src/db/tables/submissions.ts'
import { indexCases } from '../../src/search/indexing.ts'
import { indexAll } from '../../src/search/rounds.ts'
import { urls } from '../../src/urls.ts'
import { counted } from '../bench/counting/database.ts'
import { emptySearch } from '../support/emptying.ts'
import { multiply } from '../support/multiplying.ts'
import { onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday, succeeded, type Town } from '../support/town/town.ts'
import { wordIndex } from './word-index.ts'

const minute = 60_000

let here: Town
beforeAll(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await emptySearch(env.SEARCH)
})

/** As written before encryption, so that copies of it can be read. */
async function filedOften(story: string, times: number): Promise<void> {
  const held = await here.file()
  const answers = JSON.stringify({ matter: 'wages', story }) as unknown as Encrypted
  await here.db.update(submissions).set({ answers })
  await multiply(env.DB, held, times, minute)
  await env.DB.prepare("insert or ignore into case_keys select id, 'k', 'w', 'k' from cases").run()
  await env.SEARCH.prepare("update rounds set done = 0, up_to = ''").run()
  while ((await indexAll({ ...here.scene, ...wordIndex })).more);
  await env.DB.prepare('delete from changed_cases').run()
}

/** What a page of hits asks of both databases, for somebody who was here before. */
async function asking(who: string, words: string, page: 'first' | 'next' = 'first') {
  const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
  const phone = await at(who, {
    ...onDatabase(counted(env.DB, count)),
    search: counted(env.SEARCH, count),
  })
  const { headers } = await phone.post(urls.deskSearch, { words })
  const first = headers.get('location') ?? ''
  const begun = await (await phone.get(first)).text()
  const next = /href="([^"]+)" rel="next"/.exec(begun)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const address = page === 'first' ? first : next
  Object.assign(count, { statements: 0, rowsRead: 0, rowsWritten: 0 })
  const html = await (await phone.get(address)).text()
  return { ...count, hits: html.split('class="story"').length - 1 }
}

/** One case among the others, with what its handler wrote since. */
async function filedOnce(story: string, note: string): Promise<void> {
  const held = await here.file({ answers: { matter: 'wages', story } })
  await here.reach(held, 'investigating')
  for (let at = 0; at < 30; at += 1) succeeded(await here.does('handler', held, 'note', { reason: note }))
  await indexCases({ ...here.scene, ...wordIndex }, [held.id])
  await env.DB.prepare('delete from changed_cases').run()
}

test('a page of hits for two characters reads 60 rows in 6 statements at most, whatever the history', async () => {
  await filedOften('押金没退', 200)
  const few = [await asking('officer', '押金'), await asking('chair', '押金')]
  await filedOften('押金没退', 2000)
  const many = [await asking('officer', '押金'), await asking('chair', '押金')]
  many.push(await asking('officer', '押金', 'next'), await asking('chair', '押金', 'next'))
  await filedOnce('说好的房补', '约了班长面谈')
  const one = [
    await asking('officer', '房补'),
    await asking('chair', '面谈'),
    await asking('officer', '班长'),
  ]
  expect([...few, ...many].map(({ hits }) => hits)).toEqual(Array(6).fill(10))
  expect(one.map(({ hits }) => hits)).toEqual([1, 1, 1])
  for (const it of [...few, ...many, ...one]) {
    expect(it.statements).toBeLessThanOrEqual(6)
    expect(it.rowsRead).toBeLessThanOrEqual(60)
    expect(it.rowsWritten).toBe(0)
  }
})
