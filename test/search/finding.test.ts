import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { changedCases } from '../../src/db/tables/changes.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { type Found, findCases, type Wanted } from '../../src/search/asking.ts'
import { piecesOf } from '../../src/search/folded-text.ts'
import { indexCases } from '../../src/search/indexing.ts'
import { emptySearch } from '../support/emptying.ts'
import { replacing } from '../support/replacing.ts'
import { replacedIn } from '../support/town/office.ts'
import { codes } from '../support/town/places.ts'
import { type Held, monday, succeeded, type Town, town, type Who } from '../support/town/town.ts'
import { wordIndex } from './word-index.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.db.delete(cases)
  await emptySearch(env.SEARCH)
})

const told = (story: string) => ({ answers: { matter: 'wages', story } })
const index = async (...held: Held[]) =>
  indexCases(
    { ...here.scene, ...wordIndex },
    held.map(({ id }) => id),
  )

async function finding(who: Who, typed: string, more: Partial<Wanted> = {}): Promise<Found> {
  const staff: Staff = typeof who === 'string' ? here.people[who] : who
  const wanted = { pieces: piecesOf(typed), ...more }
  const answer = await findCases({ ...here.scene, ...wordIndex }, staff, wanted)
  if (!answer) throw new Error('The index does not answer')
  return answer
}

async function found(...asked: Parameters<typeof finding>): Promise<string[]> {
  return (await finding(...asked)).hits.map(({ id }) => id)
}

async function filed(story: string, changes = {}): Promise<Held> {
  const held = await here.file({ ...told(story), ...changes })
  await index(held)
  return held
}

describe('a case is found', () => {
  test('by two characters of what its worker told, by Latin letters, digits, and across them', async () => {
    const held = await filed('老板扣了押金，A栋 2026 年的 Overtime 没算')
    for (const typed of ['押金', '扣了押', 'overtime', '2026', '２０２６年', 'A栋', '押金 没算'])
      expect(await found('officer', typed), typed).toEqual([held.id])
    // Of the last one each pair is there, but not side by side.
    for (const typed of ['工资', '押扣', '金押', '押金 工资', 'oververti'])
      expect(await found('officer', typed), typed).toEqual([])
  })

  test('by what both sides wrote since, by the answer, and by a note', async () => {
    const held = await filed('九月的事')
    await here.reach(held, 'investigating')
    succeeded(await here.workerDoes(held, 'write_to_union', { body: '我有工资条', key: '1' }))
    succeeded(await here.does('handler', held, 'write', { body: '请带上合同', key: '2' }))
    succeeded(await here.does('handler', held, 'note', { reason: '约了班长面谈' }))
    succeeded(await here.does('handler', held, 'start_draft'))
    succeeded(
      await here.does('handler', held, 'submit_draft', { body: '公司周五补发', outcome: 'supported' }),
    )
    await index(held)
    for (const typed of ['工资条', '合同', '面谈', '周五', '九月 面谈'])
      expect(await found('handler', typed), typed).toEqual([held.id])
  })

  test('by two characters in a message, which is not opened while nothing changed since', async () => {
    const held = await filed('九月的事')
    succeeded(await here.workerDoes(held, 'write_to_union', { body: '我有工资条', key: '1' }))
    await index(held)
    const look = async () => (await finding('officer', '工资')).hits
    expect(await look()).toMatchObject([
      { isElsewhere: true, excerpt: [{ text: '我有' }, { text: '工资' }, {}] },
    ])
    await here.db.delete(changedCases)
    expect(await look()).toMatchObject([{ isElsewhere: true, excerpt: [{ text: '九月的事', found: false }] }])
    const both = (await finding('officer', '工资 九月')).hits
    expect(both).toMatchObject([{ isElsewhere: true, excerpt: [{ text: '九月', found: true }, {}] }])
    expect((await finding('officer', '九月')).hits).toMatchObject([{ isElsewhere: false }])
    // Pairs of one word may stand apart, which the index does not know.
    expect((await finding('officer', '有工资条 工条')).hits).toEqual([])
    expect((await finding('officer', '工资条')).hits).toMatchObject([{ excerpt: [{}, { text: '工资条' }] }])
  })

  test('no longer by what its worker deleted, whatever the index still holds', async () => {
    const held = await filed('九月的事')
    succeeded(await here.workerDoes(held, 'write_to_union', { body: '我有工资条', key: '1' }))
    await index(held)
    await here.db.delete(changedCases)
    expect(await found('officer', '工资')).toEqual([held.id])
    succeeded(await here.workerDoes(held, 'erase_words'))
    expect(await found('officer', '工资')).toEqual([])
  })

  test('never by who the worker is', async () => {
    const held = await filed('九月的事', { identity: { worker_name: '李娜娜', worker_phone: '13877776666' } })
    expect(await found('officer', '九月')).toEqual([held.id])
    for (const typed of ['李娜', '娜娜', '1387777']) expect(await found('officer', typed), typed).toEqual([])
  })

  test('the newest first, page by page, none twice and none left out', async () => {
    const all: Held[] = []
    for (let day = 1; day <= 23; day += 1)
      all.push(await here.at(monday.getTime() + day * 86_400_000).file(told(`押金，第 ${day} 天`)))
    await index(...all)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await findCases({ ...here.scene, ...wordIndex }, here.people.officer, {
        pieces: ['押金'],
        after,
      })
      expect(page?.hits.length).toBeLessThanOrEqual(10)
      seen.push(...(page?.hits.map(({ id }) => id) ?? []))
      after = page?.next ?? undefined
    } while (after)
    expect(seen).toEqual(all.map(({ id }) => id).reverse())
  })

  test('of two that were filed in the same instant each', async () => {
    const twins = [await here.file(told('押金一')), await here.file(told('押金二'))]
    const [first, second] = twins as [Held, Held]
    await index(first, second)
    await index(await filed('押金三'))
    expect((await found('officer', '押金')).length).toBe(3)
    await index(first)
    expect((await found('officer', '押金')).length).toBe(3)
  })
})

describe('a search is narrowed', () => {
  test('to category, state, employer, handler, site and days', async () => {
    const held = await here.given('investigating', told('押金'))
    const other = await here
      .at('2026-09-22T01:00:00Z')
      .file({ ...told('押金'), category: 'hours', enterpriseId: 'depot', siteCode: codes.safety })
    await index(held, other)
    const both = [other.id, held.id]
    expect(await found('officer', '押金')).toEqual(both)
    const day = new Date('2026-09-22T00:00:00Z')
    for (const [more, expected] of [
      [{ category: 'hours' }, other],
      [{ state: 'investigating' }, held],
      [{ employerId: 'depot' }, other],
      [{ handlerId: 'handler' }, held],
      [{ siteCode: codes.safety }, other],
      [{ from: day }, other],
      [{ before: day }, held],
    ] satisfies [Partial<Wanted>, Held][])
      expect(await found('officer', '押金', more), JSON.stringify(more)).toEqual([expected.id])
    expect(await found('officer', '', { category: 'hours' })).toEqual([other.id])
    expect(await found('officer', '', {})).toEqual(both)
  })

  test('to a place, by the code that hangs there now and by one before', async () => {
    const before = await here.file({ ...told('押金'), siteCode: codes.safety })
    await index(before, await here.file(told('押金')))
    const first = await replacedIn(here, codes.safety)
    const third = await replacedIn(here, first)
    const after = await here.file({ ...told('押金'), siteCode: third })
    await index(after)
    for (const siteCode of [codes.safety, first, third])
      expect((await found('officer', '押金', { siteCode })).toSorted()).toEqual(
        [before.id, after.id].toSorted(),
      )
    expect(await found('officer', '押金', { siteCode: 'ZZZZZ' })).toEqual([])
  })

  test('by what is so now, whatever the index still holds', async () => {
    const held = await filed('押金')
    await here.reach(held, 'accepted')
    expect(await found('officer', '押金', { state: 'triage' })).toEqual([])
    await index(held)
    expect(await found('officer', '押金', { state: 'accepted' })).toEqual([held.id])
  })
})

describe('nobody finds what he does not see', () => {
  test('nothing of another scope, and nothing without a role that reads', async () => {
    const held = await filed('押金')
    for (const who of ['officer', 'head', 'chair', 'supervisor'] as const)
      expect(await found(who, '押金'), who).toEqual([held.id])
    for (const who of ['stranger', 'administrator', 'auditor'] as const)
      expect(await found(who, '押金'), who).toEqual([])
  })

  test('nor what he stands aside from', async () => {
    const held = await filed('押金')
    await here.person('third', [['duty_officer', 'township']])
    succeeded(await here.does('officer', held, 'recuse', { reason: '亲戚' }))
    expect(await found('officer', '押金')).toEqual([])
  })

  test('what is strict nobody finds, named or not, and it leaves no entry', async () => {
    const named = await here.person('named', [['duty_officer', 'township']], ['harassment'])
    await filed('班长动手动脚', { category: 'harassment' })
    for (const who of ['officer', 'chair', named] as const) expect(await found(who, '动手')).toEqual([])
    expect(await entries()).toBe(0)
  })

  test('what became strict is not found at once, and has no entry once it is indexed again', async () => {
    const named = await here.person('two', [['duty_officer', 'township']], ['harassment'])
    const held = await filed('押金')
    await here.db.update(cases).set({ secrecy: 'strict', confidedTo: 'harassment' })
    for (const who of ['officer', named] as const) expect(await found(who, '押金')).toEqual([])
    await index(held)
    expect(await entries()).toBe(0)
  })

  test('what is emptied has no entry', async () => {
    const held = await filed('押金')
    await here.reach(held, 'archived')
    expect(await found('officer', '押金')).toEqual([])
    await index(held)
    expect(await entries()).toBe(0)
  })

  test('where the newest are all out of sight, older ones are looked for within a bound', async () => {
    const old = await filed('押金')
    const later = here.at('2026-09-22T01:00:00Z')
    const hidden: Held[] = []
    for (let count = 0; count < 25; count += 1) hidden.push(await later.file(told('押金')))
    await index(...hidden)
    for (const { id } of hidden)
      await env.DB.prepare('insert into recusals (staff_id, case_id, at) values (?, ?, 0)')
        .bind('officer', id)
        .run()
    expect(await found('officer', '押金')).toEqual([old.id])
  })
})

async function entries(): Promise<number> {
  return (await env.SEARCH.prepare('select count(*) as n from entries').first<number>('n')) ?? 0
}

test('where the index does not answer, that is said', async () => {
  const words = replacing(env.SEARCH, { batch: () => Promise.reject(new Error('locked')) })
  const scene = { ...here.scene, ...wordIndex, words }
  expect(await findCases(scene, here.people.officer, { pieces: ['押金'] })).toBeNull()
})
