import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { caseEvents, cases } from '../../src/db/tables/cases.ts'
import { changedCases } from '../../src/db/tables/changes.ts'
import { eventLinks } from '../../src/db/tables/record.ts'
import { findCases } from '../../src/search/asking.ts'
import { placeAt } from '../../src/search/places-in-time.ts'
import { indexAll } from '../../src/search/rounds.ts'
import { openCases, openRest } from '../../src/search/words-of-cases.ts'
import { followChanges } from '../../src/watch/following-changes.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { emptySearch } from '../support/emptying.ts'
import { replacing } from '../support/replacing.ts'
import { onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { days, minutes } from '../support/town/times.ts'
import { type Held, monday, succeeded, type Town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'
import { wordIndex } from './word-index.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
  await emptySearch(env.SEARCH)
})

const told = (story: string) => ({ answers: { matter: 'wages', story } })

/** The job, as often as it asks for itself. */
async function follow(changes = {}, now = monday): Promise<number> {
  for (let runs = 1; ; runs += 1) {
    const { bindings, wakes } = workerEnv()
    await followChanges({ ...bindings, ...changes }, now)
    if (!wakes.some(({ kind }) => kind === 'changes')) return runs
  }
}

async function found(piece: string, index = wordIndex): Promise<string[] | undefined> {
  const answer = await findCases({ ...here.scene, ...index }, here.people.officer, { pieces: [piece] })
  return answer?.hits.map(({ id }) => id)
}

const waiting = () => here.db.$count(changedCases)

describe('what changes is found', () => {
  test('once the job has followed it: what was filed, and what was written since', async () => {
    const held = await here.file(told('押金没退'))
    expect(await found('押金')).toEqual([])
    await follow()
    expect(await found('押金')).toEqual([held.id])
    succeeded(await here.workerDoes(held, 'write_to_union', { body: '班长又来了', key: '1' }))
    await follow()
    expect(await found('班长')).toEqual([held.id])
    expect(await waiting()).toBe(0)
  })

  test('what its worker had deleted is found no more at once, and what the union noted still is', async () => {
    const held = await here.given('investigating', told('押金没退'))
    succeeded(await here.does('handler', held, 'note', { reason: '约了班长面谈' }))
    await follow()
    succeeded(await here.workerDoes(held, 'erase_words'))
    for (const follows of [async () => 0, follow]) {
      await follows()
      expect(await found('押金')).toEqual([])
      expect(await found('面谈')).toEqual([held.id])
    }
  })

  test('what got another key while it was opened is read by that', async () => {
    const held = await here.given('investigating', told('押金没退'))
    succeeded(await here.does('handler', held, 'note', { reason: '约了班长面谈' }))
    const opened = await openCases(here.scene, eq(cases.id, held.id))
    succeeded(await here.workerDoes(held, 'erase_identity'))
    expect((await openRest(here.scene, opened)).get(held.id)).toContain('约了班长面谈')
  })

  test('what was emptied is gone from the index', async () => {
    const held = await here.file(told('押金没退'))
    await follow()
    expect(await entries()).toEqual([held.id])
    await here.reach(held, 'archived')
    await follow()
    expect(await entries()).toEqual([])
  })

  test('no place in the index tells the minute of a case whose time was cut to its day', async () => {
    const held = await here.file(told('押金没退'))
    await follow()
    const day = new Date('2026-09-20T16:00:00Z')
    await here.db.update(cases).set({ createdAt: day })
    await here.db.insert(changedCases).values({ caseId: held.id, claimed: 0 })
    await follow()
    const { results } = await env.SEARCH.prepare(
      'select place from entries union all select rowid from words',
    ).all()
    expect(results).toEqual([{ place: placeAt(day) }, { place: placeAt(day) }])
    expect(await found('押金')).toEqual([held.id])
  })

  test('what is merged into another case is still found by its own words', async () => {
    const into = await here.given('accepted', told('押金没退'))
    const held = await here.file(told('食堂的饭'))
    succeeded(await here.does('officer', held, 'propose_merge', { number: into.number, reason: '同一件' }))
    succeeded(await here.does('head', held, 'agree_merge', { reason: '同意' }))
    await follow()
    expect(await found('食堂')).toEqual([held.id])
  })

  test('twice the same leaves the same', async () => {
    const held = await here.file(told('押金没退'))
    await follow()
    const before = await dumped()
    await here.db.insert(changedCases).values({ caseId: held.id, claimed: 0 })
    await follow()
    expect(await dumped()).toEqual(before)
  })

  test('while the index does not answer, what changed waits, and cases go on', async () => {
    const held = await here.file(told('押金没退'))
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const search = replacing(env.SEARCH, { batch: () => Promise.reject(new Error('locked')) })
    await follow({ search })
    silent.mockRestore()
    expect(await waiting()).toBe(1)
    expect(await here.db.$count(eventLinks)).toBeGreaterThan(0)
    await follow({}, minutes(60))
    expect(await found('押金')).toEqual([held.id])
    expect(await waiting()).toBe(0)
  })

  test('while it does not, all that changed is linked, and the rest is tried once an hour', async () => {
    for (let count = 0; count < 45; count += 1) await here.file(told('押金没退'))
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const tries = vi.fn(() => Promise.reject(new Error('locked')))
    const search = replacing(env.SEARCH, { batch: tries })
    expect(await follow({ search })).toBe(4)
    expect(await here.db.$count(caseEvents)).toBe(await here.db.$count(eventLinks))
    tries.mockClear()
    expect(await follow({ search }, minutes(60))).toBe(1)
    silent.mockRestore()
    expect(await waiting()).toBe(45)
    await follow({}, minutes(120))
    expect(await waiting()).toBe(0)
  })

  test('of very much that was written on one case the beginning is found, and all of others', async () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => String.fromCodePoint(0x4e00 + from + at)).join('')
    const long: Held[] = []
    for (let count = 0; count < 3; count += 1) {
      const held = await here.file(told('押金没退'))
      for (let day = 0; day < 4; day += 1)
        succeeded(
          await here
            .at(days(day))
            .workerDoes(held, 'write_to_union', { body: many(day * 1900, 1900), key: `${day}` }),
        )
      long.push(held)
    }
    await follow({}, days(5))
    expect(await waiting()).toBe(0)
    expect(await found('押金')).toHaveLength(3)
    expect(await found(many(10, 2))).toHaveLength(3)
    expect(await found(many(7000, 2))).toEqual([])
  })

  test('a run fits the free plan', async () => {
    for (let count = 0; count < 25; count += 1) await here.given('replied')
    const [first, second] = [countingStatements(env.DB), countingStatements(env.SEARCH)]
    const { bindings, wakes } = workerEnv()
    await followChanges({ ...bindings, ...onDatabase(first.counted), search: second.counted }, monday)
    expect(first.statements() + second.statements()).toBeLessThanOrEqual(20)
    expect(await waiting()).toBe(5)
    expect(wakes).toEqual([{ kind: 'changes', left: 3 }])
  })
})

test('of a backlog a few slices follow each other, and the rest waits for the next hour', async () => {
  for (let left: number | undefined = 4; left !== undefined; ) {
    await here.file()
    const { bindings, wakes } = workerEnv()
    await followChanges(bindings, monday, left)
    const expected: number | undefined = left > 0 ? left - 1 : undefined
    expect(wakes).toEqual(expected === undefined ? [] : [{ kind: 'changes', left: expected }])
    left = expected
  }
})

describe('all cases are looked through', () => {
  test('where the index was lost, in slices, going on where a run was stopped', async () => {
    const all: Held[] = []
    for (let count = 0; count < 45; count += 1) all.push(await here.file(told('押金没退')))
    await here.db.delete(changedCases)
    const scene = { ...here.scene, ...wordIndex }
    expect(await indexAll(scene)).toEqual({ more: true })
    expect(await entries()).toHaveLength(20)
    const partial = await findCases(scene, here.people.officer, { pieces: ['押金'] })
    expect(partial).toMatchObject({ isWhole: false })
    await follow()
    expect((await entries()).sort()).toEqual(all.map(({ id }) => id).sort())
    const whole = await findCases(scene, here.people.officer, { pieces: ['押金'] })
    expect(whole).toMatchObject({ isWhole: true })
    expect(await indexAll(scene)).toEqual({ more: false })
  })

  test('where another secret made it; nothing is found by the old one, and what is gone leaves it', async () => {
    const held = await here.file(told('押金没退'))
    const gone = await here.file(told('押金没退'))
    await follow()
    await env.DB.prepare('delete from cases where id = ?').bind(gone.id).run()
    const other = { ...wordIndex, secret: 'another-secret-another-secret-another' }
    while ((await indexAll({ ...here.scene, ...other })).more);
    expect(await entries()).toEqual([held.id])
    expect(await found('押金')).toEqual([])
    expect(await found('押金', other)).toEqual([held.id])
  })

  test('what a change has indexed since is not written again', async () => {
    await here.file(told('押金没退'))
    await follow()
    const writes = vi.fn()
    const words = replacing(env.SEARCH, {
      prepare(sql) {
        if (/insert.* into words/.test(sql)) writes()
        return env.SEARCH.prepare(sql)
      },
    })
    await env.SEARCH.prepare("update rounds set done = 0, up_to = ''").run()
    while ((await indexAll({ ...here.scene, ...wordIndex, words })).more);
    expect(writes).not.toHaveBeenCalled()
  })
})

async function entries(): Promise<string[]> {
  const { results } = await env.SEARCH.prepare('select case_id as id from entries').all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** All that the index answers with, in order. */
async function dumped(): Promise<unknown[]> {
  const rows = ['select rowid, case_id from words order by rowid', 'select * from entries order by place']
  return Promise.all(rows.map(async (sql) => (await env.SEARCH.prepare(sql).all()).results))
}
