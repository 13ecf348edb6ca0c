import { env } from 'cloudflare:workers'
import { isNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import { type Filter, listCases } from '../../src/cases/listing-cases.ts'
import { overseenBy } from '../../src/cases/overseeing.ts'
import { performAs } from '../../src/cases/performing.ts'
import { storiesOf } from '../../src/cases/stories.ts'
import { myWork } from '../../src/cases/worklist.ts'
import { type Db, openDb } from '../../src/db/client.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { markLamps } from '../../src/engine/lamps.ts'
import { revoke } from '../../src/orgs/granting.ts'
import { loadStaff, type Staff } from '../../src/orgs/staff.ts'
import { multiply } from '../support/multiplying.ts'
import { countingReads } from '../support/rows-read.ts'
import { formerOfficeOf } from '../support/town/office.ts'
import { atUnit, type OrgId, pathOf } from '../support/town/places.ts'
import { succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.db.delete(cases)
})

const numbers = (page: { cases: { number: number }[] }) => page.cases.map(({ number }) => number)

describe('my work', () => {
  test('is what waits for my roles and what is mine, the most urgent first', async () => {
    const ordinary = await here.file()
    const danger = await here.file({ category: 'safety' })
    const both = await here.person('officerAndHandler', [
      ['duty_officer', 'township'],
      ['handler', 'township'],
    ])
    const mine = await here.given('accepted')
    await here.does('officer', mine, 'dispatch', { handlerId: both.id })
    await here.does(both, mine, 'write', { body: 'I am on it.', key: 'a' })
    expect(numbers(await myWork(here.db, both, {}))).toEqual([danger.number, ordinary.number, mine.number])
    expect(numbers(await myWork(here.db, here.people.officer, {}))).toEqual([danger.number, ordinary.number])
    expect(numbers(await myWork(here.db, here.people.stranger, {}))).toEqual([])
  })

  test('leaves out what I stand aside from and strict cases I am not named for', async () => {
    const held = await here.file()
    const subject = await here.load('officer', held)
    const { officer } = here.people
    await here.person('thirdOfficer', [['duty_officer', 'township']])
    await performAs(here.scene, officer, subject, 'recuse', { reason: 'A friend.' })
    expect((await here.caseOf(held)).holderOrgId).toBe('township')
    await here.file({ category: 'harassment' })
    expect(await myWork(here.db, officer, {})).toEqual({ cases: [], unread: [], next: null })
  })

  test('leaves out a case that I was given where I have no role any more', async () => {
    const [role, org] = ['handler', 'union'] as const
    const mover = await here.person('mover', [
      [role, org],
      ['supervisor', 'elsewhere'],
    ])
    const held = await here.given('accepted', atUnit)
    succeeded(await here.does('officer', held, 'dispatch', { handlerId: mover.id }))
    expect(numbers(await myWork(here.db, mover, {}))).toEqual([held.number])
    await revoke(formerOfficeOf(here), mover, role, org)
    const moved = await loadStaff(here.db, mover.id)
    expect(moved && numbers(await myWork(here.db, moved, {}))).toEqual([])
    expect(moved && (await here.sees(moved, held))).toBe(false)
  })

  test('comes in pages that neither lose nor repeat a case', async () => {
    await insertMany(60)
    const seen: number[] = []
    let after: string | undefined
    do {
      const page = await myWork(here.db, here.people.officer, { after, limit: 7 })
      seen.push(...numbers(page))
      after = page.next ?? undefined
    } while (after)
    const all = await here.db.select({ n: cases.number }).from(cases).where(waitsForOfficer)
    expect(seen.toSorted((a, b) => a - b)).toEqual(all.map(({ n }) => n).toSorted((a, b) => a - b))
  })
})

describe('the lists', () => {
  test('show the scope of the person, and a case by its number only within it', async () => {
    const { number } = await here.file()
    for (const [who, expected] of [
      ['officer', [number]],
      ['chair', [number]],
      ['stranger', []],
      ['administrator', []],
      ['auditor', []],
    ] as const) {
      expect(numbers(await listCases(here.db, here.people[who], { view: 'open' }))).toEqual(expected)
      expect(numbers(await listCases(here.db, here.people[who], { view: 'open', number }))).toEqual(expected)
    }
  })

  test('tell open from late and closed, and filter by category', async () => {
    const open = await here.file()
    const late = await here.at('2026-09-19T09:00:00+08:00').file({ category: 'hours' })
    await markLamps(here.db, here.scene.now)
    const closed = await here.file()
    await here.reach(closed, 'closed')
    const list = async (filter: Filter) => numbers(await listCases(here.db, here.people.officer, filter))
    expect(await list({ view: 'open' })).toEqual([late.number, open.number])
    expect(await list({ view: 'late' })).toEqual([late.number])
    expect(await list({ view: 'closed' })).toEqual([closed.number])
    expect(await list({ view: 'open', category: 'hours' })).toEqual([late.number])
    expect(await list({ view: 'triage', category: 'wages' })).toEqual([open.number])
  })

  test('a person of two townships sees both, each case once', async () => {
    const both = await here.person('twoTownships', [
      ['supervisor', 'township'],
      ['supervisor', 'union'],
      ['supervisor', 'elsewhere'],
    ])
    const one = await here.file()
    const two = await here.file({ orgId: 'elsewhereUnion', orgPath: pathOf('elsewhereUnion') })
    const shown = numbers(await listCases(here.db, both, { view: 'open' }))
    expect(shown.toSorted()).toEqual([one.number, two.number].toSorted())
  })

  test('the address of the next page tells no minute, and counts nothing', async () => {
    const held = [await here.file(), await here.at('2026-09-21T09:17:00+08:00').file()]
    const page = await listCases(here.db, here.people.officer, { view: 'open' }, 1)
    const [day, mark, id] = page.next?.split('.') ?? []
    expect([Number(day), id]).toEqual([Date.parse('2026-09-22') / 86_400_000, held[0]?.id])
    expect(Number(mark)).toBeLessThan(1000)
    const next = await listCases(here.db, here.people.officer, { view: 'open', after: page.next ?? '' }, 1)
    expect(numbers(next)).toEqual([held[1]?.number])
  })

  test('when the last case of a page was worked on meanwhile, none is left out on the next one', async () => {
    const filed = [await here.file(), await here.file(), await here.file()]
    const { cases: shown, next } = await listCases(here.db, here.people.officer, { view: 'open' }, 1)
    const [held] = filed.filter(({ number }) => number === shown[0]?.number)
    if (!held) throw new Error('None is shown')
    succeeded(await here.does('officer', held, 'write', { body: 'We are on it.' }))
    const after = await listCases(here.db, here.people.officer, { view: 'open', after: next ?? '' })
    const others = filed.filter((it) => it !== held).map(({ number }) => number)
    expect(numbers(after)).toEqual(expect.arrayContaining(others))
  })

  test('an altered cursor is the first page', async () => {
    const { number } = await here.file()
    expect(numbers(await myWork(here.db, here.people.officer, { after: "1' or 1=1" }))).toEqual([number])
  })
})

describe('rows read stay flat as cases become many', () => {
  const local = async () => here.person(`local${crypto.randomUUID()}`, [['supervisor', 'union']])
  const views: [string, (staff: Town['people']) => Promise<Staff> | Staff, Filter][] = [
    ['open in the federation', (people) => people.supervisor, { view: 'open' }],
    ['open in a township', (people) => people.officer, { view: 'open' }],
    ['open in a union', local, { view: 'open' }],
    ['late in the federation', (people) => people.supervisor, { view: 'late' }],
    ['late in a township', (people) => people.officer, { view: 'late' }],
    ['supervised in the federation', (people) => people.supervisor, { view: 'supervised' }],
    ['supervised in a township', (people) => people.officer, { view: 'supervised' }],
    ['closed in the federation', (people) => people.supervisor, { view: 'closed' }],
    ['closed in a township', (people) => people.officer, { view: 'closed' }],
    ['closed, of a category, in a union', local, { view: 'closed', category: 'leave' }],
    [
      'closed, of a category, in the federation',
      (people) => people.chair,
      { view: 'closed', category: 'leave' },
    ],
    ['in a state that few are in, in the federation', (people) => people.supervisor, { view: 'mediating' }],
    ['in a state that few are in, in a township', (people) => people.officer, { view: 'mediating' }],
    ['waiting, in a union', local, { view: 'triage' }],
    ['waiting, of a category', (people) => people.officer, { view: 'triage', category: 'wages' }],
    ['open, of a category that is rare', (people) => people.chair, { view: 'open', category: 'women' }],
    [
      'closed, of a category, in a township',
      (people) => people.officer,
      { view: 'closed', category: 'leave' },
    ],
    ['one by its number', (people) => people.officer, { view: 'open', number: 50 }],
    ['new in the federation', (people) => people.supervisor, { view: 'new', since: new Date(0) }],
    ['new in a township', (people) => people.officer, { view: 'new', since: new Date(0) }],
    ['dangerous in the federation', (people) => people.chair, { view: 'danger' }],
    ['dangerous in a township', (people) => people.officer, { view: 'danger' }],
    ['unread in a union', local, { view: 'unread' }],
    ['what I handle', (people) => people.handler, { view: 'mine' }],
    ['what I am to sign', (people) => people.chair, { view: 'to_sign' }],
    ['open at an employer', (people) => people.chair, { view: 'open', employer: works }],
    ['open at an employer, in a township', (people) => people.officer, { view: 'open', employer: works }],
    ['closed at an employer', (people) => people.chair, { view: 'closed', employer: works }],
    ['archived at an employer', (people) => people.officer, { view: 'archived', employer: works }],
    ['closed at an employer, in a union', local, { view: 'closed', employer: works }],
    [
      'late below one place',
      (people) => people.chair,
      { view: 'late', under: { path: '00010001', alone: false } },
    ],
    [
      'dangerous at one place alone',
      (people) => people.chair,
      { view: 'danger', under: { path: '000100010001', alone: true } },
    ],
    [
      'closed at one place alone',
      (people) => people.chair,
      { view: 'closed', under: { path: '00010001', alone: true } },
    ],
  ]

  test.each(views)('%s', async (_, who, filter) => {
    const staff = await who(here.people)
    const { few, many } = await readAt300And6000((db) => listCases(db, staff, filter))
    expect(many).toBeLessThanOrEqual(few * 1.2 + 30)
  })

  test('my work', async () => {
    const { few, many } = await readAt300And6000((db) => myWork(db, here.people.officer, {}))
    expect(many).toBeLessThanOrEqual(few * 1.2 + 30)
  })

  test.each<[string, OrgId[]]>([
    ['one place', ['township']],
    ['several places', ['township', 'elsewhere']],
  ])('my work, where much is mine, by roles at %s', async (_, places) => {
    const staff = await here.person(
      crypto.randomUUID(),
      places.map((org) => ['handler', org]),
    )
    const { few, many } = await readAt300And6000(async (db) => {
      await giveAllTo(staff)
      return myWork(db, staff, {})
    })
    expect(few).toBeGreaterThan(20)
    expect(many).toBeLessThanOrEqual(few * 1.2 + 30)
  })

  test('what goes wrong, for who leads in several roles', async () => {
    const leader = await here.person('leader', [
      ['chair', 'federation'],
      ['deputy_chair', 'federation'],
      ['chair', 'township'],
      ['deputy_chair', 'elsewhere'],
    ])
    const { few, many } = await readAt300And6000(async (db) => {
      // What is late, dangerous and supervised is counted; of these there are as many as before.
      const calm = { lamp: 'green', danger: false, supervisedAt: null } as const
      await here.db.update(cases).set(calm)
      await here.db.update(cases).set({ state: 'investigating' }).where(isNull(cases.closedAt))
      return overseenBy(db, leader)
    })
    expect(many).toBeLessThanOrEqual(few + 10)
  })

  test('how the workers of a page began to tell', async () => {
    const counting = countingReads(env.DB)
    const db = openDb(counting.d1)
    const readWith = async (copies: number) => {
      await multiply(env.DB, await here.file(), copies, 60_000)
      const page = await listCases(here.db, here.people.officer, { view: 'open' })
      expect((await storiesOf({ ...here.scene, db }, page.cases)).size).toBe(20)
      return counting.rowsRead()
    }
    const few = await readWith(30)
    expect(few.statements).toBe(1)
    expect(await readWith(3000)).toEqual(few)
  })

  test('candidates for a case', async () => {
    const held = await here.file()
    const subject = await here.load('officer', held)
    const { few, many } = await readAt300And6000((db) => candidates({ ...here.scene, db }, subject))
    expect(many).toBe(few)
  })
})

const works = { id: 'works', path: pathOf('union') }
const waitsForOfficer = sql`holder_org_id = 'township' and holder_role = 'duty_officer'`

async function readAt300And6000(work: (db: Db) => Promise<unknown>) {
  const counting = countingReads(env.DB)
  const db = openDb(counting.d1)
  await insertMany(300)
  await work(db)
  const few = (await counting.rowsRead()).rows
  await insertMany(5700)
  await work(db)
  const many = (await counting.rowsRead()).rows
  return { few, many }
}

async function giveAllTo(staff: Staff) {
  const holder = { holderRole: 'handler', holderOrgId: null, holderId: staff.id } as const
  await here.db.update(cases).set(holder).where(isNull(cases.closedAt))
}

/** Cases as years leave them, planted since thousands of real ones would take minutes: two in ten still open, one late. */
async function insertMany(count: number) {
  const at = here.scene.now.getTime()
  await env.DB.prepare(
    `with recursive n(i) as (
       select coalesce((select max(number) from cases), 0) + 1
       union all select i + 1 from n where i < coalesce((select max(number) from cases), 0) + ?1)
     insert into cases (id, number, submission_id, receipt_hash, org_id, org_path, enterprise_id, handler_id,
       category, mode, secrecy, anonymous, bypasses_unit, danger, state, turn, holder_role, holder_org_id,
       created_at, state_since, due_at, lamp, supervised_at, closed_at)
     select 'many-' || i, i, 'many-' || i, 'many-' || i, 'union', '000100010001', 'works',
       case when i % 10 >= 2 then 'handler' end,
       case when i % 3 = 0 then 'leave' else 'wages' end, 'complaint', 'open', 1, 0, i % 10 = 0,
       case when i % 10 < 2 then 'triage' else 'closed' end, 2,
       case when i % 10 < 2 then 'duty_officer' end, case when i % 10 < 2 then 'township' end,
       ?2 + i * 60000, ?2, case when i % 10 < 2 then ?2 + i * 1000 end,
       case when i % 10 = 0 then 'red' else 'green' end, case when i % 10 = 0 then ?2 end,
       case when i % 10 >= 2 then ?2 + i * 60000 end
     from n`,
  )
    .bind(count, at)
    .run()
}
