import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Encrypted } from '../../src/db/columns.ts'
import { submissions } from '../../src/db/tables/submissions.ts'
import { indexAll } from '../../src/search/rounds.ts'
import { urls } from '../../src/urls.ts'
import { counted } from '../bench/counting/database.ts'
import { emptySearch } from '../support/emptying.ts'
import { multiply } from '../support/multiplying.ts'
import { onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'
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
  return { ...count, hits: html.split('<mark>').length - 1 }
}

test('a full page of hits for two characters reads 60 rows in 6 statements at most, whatever the history', async () => {
  await filedOften('押金没退', 200)
  const few = [await asking('officer', '押金'), await asking('chair', '押金')]
  await filedOften('押金没退', 2000)
  const many = [await asking('officer', '押金'), await asking('chair', '押金')]
  many.push(await asking('officer', '押金', 'next'), await asking('chair', '押金', 'next'))
  for (const it of [...few, ...many]) {
    expect(it.hits).toBe(10)
    expect(it.statements).toBeLessThanOrEqual(6)
    expect(it.rowsRead).toBeLessThanOrEqual(60)
    expect(it.rowsWritten).toBe(0)
  }
})
