import { env } from 'cloudflare:workers'
import { count, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { file } from '../../src/cases/filing.ts'
import { grievance } from '../../src/cases/grievance/process.ts'
import { detailsOf } from '../../src/cases/vault.ts'
import { caseEvents, cases } from '../../src/db/tables/cases.ts'
import { identities, submissions } from '../../src/db/tables/submissions.ts'
import type { State } from '../../src/db/vocabulary.ts'
import { freeNumber } from '../../src/engine/numbers.ts'
import { atUnit } from '../support/town/places.ts'
import { plainFiling, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

async function rowsIn(...tables: (typeof cases | typeof submissions | typeof caseEvents)[]) {
  return Promise.all(tables.map(async (table) => (await here.db.select({ n: count() }).from(table))[0]?.n))
}

/** What people were told of a case, for a reason. */
const told = async (id: string, event: string) =>
  (await here.notices()).filter((notice) => notice.caseId === id && notice.event === event)

test('a filed case waits for the nearest duty officer, with its first two events', async () => {
  const { id } = await here.file()
  expect(await here.caseOf({ id })).toMatchObject({
    state: 'triage',
    turn: 2,
    holderRole: 'duty_officer',
    holderOrgId: 'township',
    lamp: 'green',
    dutyKind: 'contact',
    dueAt: new Date('2026-09-22T09:00:00+08:00'),
    contactDueAt: new Date('2026-09-22T09:00:00+08:00'),
  })
  expect(await here.dutiesOf({ id })).toMatchObject([
    { kind: 'contact', dueAt: new Date('2026-09-22T09:00:00+08:00'), endedAt: null },
    { kind: 'triage', dueAt: new Date('2026-09-22T23:59:59+08:00'), endedAt: null },
    // Fifteen days, with the holidays before them: the limit of the law.
    { kind: 'decision', dueAt: new Date('2026-09-30T23:59:59+08:00'), endedAt: null },
  ])
  const events = await here.historyOf({ id })
  expect(events.map(({ action, actor, turn }) => [action, actor, turn])).toEqual([
    ['file', 'worker', null],
    ['receive', 'system', null],
  ])
})

test('neither number, id nor message of a case tells how many came before it, or when', async () => {
  const filed = []
  for (let n = 0; n < 6; n += 1) filed.push(await here.file())
  const numbers = filed.map(({ number }) => number)
  for (const number of numbers) expect(String(number)).toMatch(/^[1-9]\d{7}$/)
  expect(new Set(numbers).size).toBe(6)
  // By chance once in thousands of years of such runs.
  expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(1000)
  const later = await here.at(here.scene.now.getTime() + 1).file()
  const starts = [...filed, later].map(({ id }) => id.slice(0, 6))
  expect(new Set(starts).size).toBe(7)
})

test('a number that a case has is not given to another', async () => {
  const { number: taken } = await here.file()
  const one = (drawn: number[]) => here.db.get<{ n: number | null }>(sql`select ${freeNumber(drawn)} as n`)
  expect((await one([taken, 10_000_007]))?.n).toBe(10_000_007)
  expect((await one([10_000_007, taken]))?.n).toBe(10_000_007)
})

test('sent twice, there is one case with the same receipt, and nothing is written', async () => {
  const filing = { ...plainFiling(), key: 'a double tap', category: 'safety' as const }
  const first = await file(here.scene, filing)
  const before = await rowsIn(cases, submissions, caseEvents)
  const second = await file(here.scene, filing)
  expect(second).toEqual({ ...first, again: true })
  expect(await rowsIn(cases, submissions, caseEvents)).toEqual(before)
})

test('sent twice with a name that is sealed, it is the same', async () => {
  const filing = { ...plainFiling(), key: 'a sealed one', sealed: true }
  await file(here.scene, filing)
  expect(await file(here.scene, filing)).toMatchObject({ again: true, sameAnswers: true })
})

test('sent twice at once, there is one case', async () => {
  const filing = { ...plainFiling(), key: 'two taps at once' }
  const both = await Promise.all([file(here.scene, filing), file(here.scene, filing)])
  expect(both.map(({ again }) => again).toSorted()).toEqual([false, true])
  expect(new Set(both.map(({ receipt }) => receipt)).size).toBe(1)
})

test.each([
  ['other answers', { answers: { what: 'Something else.' } }],
  ['another name', { identity: { name: 'Wang Fang' } }],
  ['no name', { anonymous: true }],
  ['another mode', { mode: 'report' }],
  ['the wish to go past the unit', { bypassesUnit: true }],
  ['the wish to seal the name', { sealed: true }],
] as const)('sent again with %s, the worker is told that the first stands', async (what, change) => {
  const filing = { ...plainFiling(), key: `back and changed: ${what}` }
  await file(here.scene, filing)
  const other = await file(here.scene, { ...filing, ...change })
  expect(other).toMatchObject({ again: true, sameAnswers: false })
})

test('sent again unchanged, it is the same, also where the category alone goes past the unit', async () => {
  const filing = { ...plainFiling(), key: 'about the union', category: 'conduct' as const }
  await file(here.scene, filing)
  expect(await file(here.scene, filing)).toMatchObject({ again: true, sameAnswers: true })
})

test('neither key nor receipt is in the database, and a name is only in the vault', async () => {
  const filing = { ...plainFiling(), key: 'a key that must not be found' }
  const { receipt, caseId } = await file(here.scene, filing)
  const rows = await here.db
    .select()
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .where(eq(cases.id, caseId))
  const text = JSON.stringify(rows)
  for (const secret of [receipt, filing.key, 'Li Na', '13800000000']) expect(text).not.toContain(secret)
  const [vault] = await here.db.select().from(identities).where(eq(identities.caseId, caseId))
  expect(vault?.details).not.toMatch(/Li Na|1380/)
  const details = await detailsOf(here.scene, await here.asWorker({ receipt }))
  expect(details).toEqual({ worker_name: 'Li Na', worker_phone: '13800000000' })
})

test('an anonymous worker leaves nothing in the vault, whatever the form carried', async () => {
  const { id } = await here.file({ anonymous: true })
  expect(await here.db.select().from(identities).where(eq(identities.caseId, id))).toEqual([])
})

test('past his own unit, a case belongs to the level above and is out of the unit’s scope', async () => {
  const { id } = await here.file({ ...atUnit, bypassesUnit: true })
  expect(await here.caseOf({ id })).toMatchObject({
    orgId: 'township',
    orgPath: '00010001',
    bypassesUnit: true,
  })
})

test('danger tells whoever has the case at once, by one mail without content', async () => {
  const { id, number } = await here.file({ category: 'safety' })
  const mails = await told(id, 'danger')
  expect(mails).toMatchObject([
    {
      kind: 'urgent_case',
      recipient: 'officer@union.example',
      status: 'pending',
      data: { cases: [{ id, number }], why: 'danger' },
    },
  ])
  expect((await here.caseOf({ id })).dueAt).toEqual(new Date('2026-09-21T11:00:00+08:00'))
})

test('wages of ten or more are urgent, and are not called a danger', async () => {
  const { id } = await here.file({ category: 'wages', workers: 10 })
  const mails = await told(id, 'many')
  expect(mails).toMatchObject([{ kind: 'urgent_case', data: { why: 'many' } }])
  expect((await here.caseOf({ id })).danger).toBe(false)
})

test('a strict case waits only where somebody is named for it, and only he is told', async () => {
  const { id: homeless } = await here.file({ category: 'harassment' })
  expect(await here.caseOf({ id: homeless })).toMatchObject({ secrecy: 'strict', holderOrgId: null })
  const alarms = await told(homeless, 'nobody after 0')
  expect(alarms).toMatchObject([{ kind: 'alarm', recipient: 'administrator@union.example' }])
  expect(JSON.stringify(alarms)).not.toContain('harassment')

  await here.person('confidante', [['duty_officer', 'federation']], ['harassment'])
  const { id } = await here.file({ category: 'harassment' })
  expect((await here.caseOf({ id })).holderOrgId).toBe('federation')
  const mails = await told(id, 'danger')
  expect(mails.map(({ recipient }) => recipient)).toEqual(['confidante@union.example'])
})

const ofGrievance = (Object.keys(grievance.states) as State[]).filter((state) => state !== 'submitted')

test.each(ofGrievance)('people take a case to the state %s', async (state) => {
  const held = await here.file()
  await here.reach(held, state)
  expect((await here.caseOf(held)).state).toBe(state)
})
