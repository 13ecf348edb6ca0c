import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { files } from '../../src/db/tables/files.ts'
import {
  changeDraft,
  endOfDraft,
  type FormDraft,
  forgetDraft,
  type OpenedDraft,
  openDraft,
} from '../../src/forms/form-drafts.ts'
import { replacing } from '../support/replacing.ts'
import { countingWrites } from '../support/rows-written.ts'
import { type Town, town } from '../support/town/town.ts'

// The free plan writes 100,000 rows a day, an entry of an index being one.
let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

async function written(act: (here: Town) => Promise<unknown>): Promise<number> {
  const { counting, rowsWritten } = countingWrites(env.DB)
  await act(here.with({ db: openDb(counting) }))
  return rowsWritten()
}

test('filing what is not urgent writes 22 rows at most, with the name of the worker', async () => {
  expect(await written((there) => there.file())).toBeLessThanOrEqual(22)
})

test('keeping a form that is filled in writes 2 rows when it is begun, 1 for each change, and 2 when it goes', async () => {
  const of = { secret: 'secret', code: '23456789CFGH' }
  const times = { openedAt: here.scene.now.getTime(), endsAt: endOfDraft(here.scene.now) }
  const begun = { path: '/f/x', key: 'k', versionId: 'v', ...times, entries: [], seen: [] }
  const keep = (opened: OpenedDraft | null, draft: FormDraft) =>
    written(({ db, scene: { now } }) => changeDraft(db, of, now, { opened, change: () => draft }))
  expect(await keep(null, begun)).toBe(2)
  const opened = await openDraft(here.db, of, here.scene.now)
  expect(await keep(opened, { ...begun, entries: [['story', '…']] })).toBe(1)
  expect(await written(({ db }) => forgetDraft(db, of, {}))).toBe(1)
})

test('of rows found by their own key alone, each is written once', async () => {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and sql like '%without rowid%' order by name",
  ).all<{ name: string }>()
  expect(results.map(({ name }) => name)).toEqual([
    'answer_files',
    'case_events',
    'case_keys',
    'changed_cases',
    'consents',
    'daily_filings',
    'day_heads',
    'draft_files',
    'duties',
    'event_links',
    'files',
    'form_drafts',
    'grievances',
    'identities',
    'news_ways',
    'quotas',
    'referrals',
    'seats',
    'submissions',
  ])
})

test('filing ten files, each with its original, takes two statements more than filing none', async () => {
  const asked = async (all: typeof ten) => {
    let statements = 0
    const counting = replacing(env.DB, {
      prepare(query) {
        statements += 1
        return env.DB.prepare(query)
      },
    })
    await here.with({ db: openDb(counting) }).file({ files: all })
    return statements
  }
  const ten = Array.from({ length: 10 }, (_, at) => ({
    ...{ id: `file${at}`, kind: 'jpeg' as const, size: 1, key: 'k' },
    original: { id: `original${at}`, key: 'k' },
  }))
  expect((await asked(ten)) - (await asked([]))).toBe(2)
  expect(await here.db.$count(files)).toBe(20)
})
