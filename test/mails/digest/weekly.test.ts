import { beforeEach, expect, test } from 'vitest'
import { cases, ratings, recusals } from '../../../src/db/tables/cases.ts'
import { deliveries } from '../../../src/db/tables/mail.ts'
import { categoryNominees, organisations, roleGrants, staff } from '../../../src/db/tables/orgs.ts'
import type { DigestData } from '../../../src/mails/digest/data.ts'
import { writeDigests } from '../../../src/mails/digest/write.ts'
import { countingDb, db } from '../../mail/office.ts'
import { putCase, putRating } from '../../support/cases.ts'
import { paths, putOrganisations, putPerson } from '../../support/people.ts'

const zone = 'Asia/Shanghai'
const monday = new Date('2026-11-23T00:20:00Z')
const lastWeek = new Date('2026-11-18T02:00:00Z')

beforeEach(async () => {
  await db.batch([
    db.delete(cases),
    db.delete(ratings),
    db.delete(recusals),
    db.delete(deliveries),
    db.delete(staff),
    db.delete(roleGrants),
    db.delete(categoryNominees),
    db.delete(organisations),
  ])
  await putOrganisations(db)
})

async function written() {
  const rows = await db.select().from(deliveries).orderBy(deliveries.recipient)
  return rows.map(({ recipient, period, status }) => ({ recipient: recipient.split('@')[0], period, status }))
}

async function dataFor(id: string): Promise<DigestData> {
  const rows = await db.select().from(deliveries)
  return rows.find((row) => row.recipient === `${id}@example.org`)?.data as DigestData
}

test('each subscribed cadre gets the digest once for its week, however often and late the job runs', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'federation']] })
  await putCase(db, { createdAt: lastWeek })
  await writeDigests(db, zone, new Date('2026-11-22T23:59:59Z'))
  expect(await written()).toEqual([{ recipient: 'head', period: '2026-W47', status: 'pending' }])
  for (const late of ['2026-11-23T00:20:00Z', '2026-11-23T00:20:00Z', '2026-11-26T09:20:00Z']) {
    await writeDigests(db, zone, new Date(late))
  }
  expect((await written()).map((row) => row.period)).toEqual(['2026-W47', '2026-W48'])
})

test('a service that slept on Monday writes on Thursday, of the same week', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'federation']] })
  await putCase(db, { createdAt: lastWeek })
  await writeDigests(db, zone, new Date('2026-11-26T09:20:00Z'))
  expect(await written()).toEqual([{ recipient: 'head', period: '2026-W48', status: 'pending' }])
  expect(await dataFor('head')).toMatchObject({
    filed: 1,
    from: Date.parse('2026-11-15T16:00:00Z'),
    to: Date.parse('2026-11-22T16:00:00Z'),
  })
})

test.each([
  ['deactivated', { active: false }],
  ['not subscribed', { digest: false }],
  ['new since Monday', { createdAt: new Date('2026-11-23T00:10:00Z') }],
  ['without a role', { roles: [] }],
  [
    'an administrator only',
    { roles: [['administrator', 'federation']] as ['administrator', 'federation'][] },
  ],
])('somebody %s gets none', async (_, changes) => {
  await putPerson(db, 'someone', { roles: [['chair', 'federation']], ...changes })
  await putCase(db, { createdAt: lastWeek })
  await writeDigests(db, zone, monday)
  expect(await written()).toEqual([])
})

test('a week with nothing to tell is decided once, without a mail', async () => {
  await putPerson(db, 'handler', { roles: [['handler', 'union']] })
  await writeDigests(db, zone, monday)
  await putCase(db, { orgId: 'union', orgPath: paths.union, createdAt: lastWeek })
  await writeDigests(db, zone, new Date('2026-11-23T01:20:00Z'))
  expect(await written()).toEqual([{ recipient: 'handler', period: '2026-W48', status: 'skipped' }])
})

test('the figures of a scope: new, open, due, overdue, rates, categories', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'township']] })
  const ours = { holderRole: 'handler' as const, createdAt: lastWeek }
  const inTown = { ...ours, orgId: 'township', orgPath: paths.township }
  const inUnion = { ...ours, orgId: 'union', orgPath: paths.union }
  await putCase(db, { ...inTown, dueAt: new Date('2026-11-25T15:59:59Z'), contactedAt: lastWeek })
  await putCase(db, { ...inUnion, state: 'drafting', dueAt: new Date('2026-11-20T15:59:59Z') })
  await putCase(db, {
    ...inUnion,
    category: 'hours',
    state: 'drafting',
    dueAt: monday,
    contactedAt: lastWeek,
  })
  await putCase(db, {
    ...inTown,
    createdAt: new Date('2026-11-02T00:00:00Z'),
    dueAt: new Date('2026-12-25T00:00:00Z'),
  })
  const closed = await putCase(db, {
    ...inTown,
    createdAt: new Date('2026-09-01T00:00:00Z'),
    state: 'closed',
    closedAt: lastWeek,
  })
  await putCase(db, { createdAt: lastWeek })
  await putRating(db, { caseId: closed, solved: 'not_solved', satisfied: 'not_satisfied', at: lastWeek })
  await putRating(db, {
    caseId: closed,
    solved: 'solved',
    satisfied: 'basically',
    at: new Date('2026-11-20T00:00:00Z'),
  })
  await writeDigests(db, zone, monday)
  expect(await dataFor('head')).toMatchObject({
    filed: 3,
    open: [
      { state: 'triage', count: 2 },
      { state: 'drafting', count: 2 },
    ],
    dueThisWeek: 2,
    overdue: 1,
    overdueBy: [{ org: { zh: '宏达电子工会', en: 'Hongda Electronics Union' }, count: 1 }],
    rates: { contactsDue: 3, contactsInTime: 2, rated: 1, solved: 1, partly: 0, satisfied: 1 },
    categories: [
      { category: 'wages', week: 2, before: 1 },
      { category: 'hours', week: 1, before: 0 },
    ],
  })
})

test('what waits for the worker is open, but neither due nor overdue', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'federation']] })
  await putCase(db, { state: 'replied', createdAt: lastWeek, dueAt: new Date('2026-11-25T15:59:59Z') })
  await putCase(db, { state: 'needs_info', createdAt: lastWeek, dueAt: new Date('2026-11-22T15:59:59Z') })
  await writeDigests(db, zone, monday)
  expect(await dataFor('head')).toMatchObject({ filed: 2, dueThisWeek: 0, overdue: 0, overdueBy: [] })
})

test('a case filed past the union is in the figures of the level above, not of the union', async () => {
  await putPerson(db, 'union-handler', { roles: [['handler', 'union']] })
  await putPerson(db, 'town-head', { roles: [['department_head', 'township']] })
  await putCase(db, { orgId: 'township', orgPath: paths.township, bypassesUnit: true, createdAt: lastWeek })
  await writeDigests(db, zone, monday)
  expect(await written()).toMatchObject([
    { recipient: 'town-head', status: 'pending' },
    { recipient: 'union-handler', status: 'skipped' },
  ])
})

test('a strictly kept case counts for those named for its category only', async () => {
  await putPerson(db, 'named', { roles: [['handler', 'federation']], nominatedFor: ['harassment'] })
  await putPerson(db, 'other', { roles: [['chair', 'federation']], nominatedFor: ['mental'] })
  await putCase(db, { category: 'harassment', secrecy: 'strict', createdAt: lastWeek })
  await writeDigests(db, zone, monday)
  expect(await written()).toMatchObject([
    { recipient: 'named', status: 'pending' },
    { recipient: 'other', status: 'skipped' },
  ])
})

test('whoever stands aside from a case has figures without it', async () => {
  await putPerson(db, 'aside', { roles: [['handler', 'federation']] })
  await putPerson(db, 'other', { roles: [['handler', 'federation']] })
  const caseId = await putCase(db, { createdAt: lastWeek })
  await db.insert(recusals).values({ staffId: 'aside', caseId, at: lastWeek })
  await putCase(db, { createdAt: lastWeek })
  await writeDigests(db, zone, monday)
  expect((await dataFor('aside')).filed).toBe(1)
  expect((await dataFor('other')).filed).toBe(2)
})

test('killed in the middle, the next run writes for those who are left, and for nobody twice', async () => {
  for (let number = 10; number < 30; number += 1) {
    await putPerson(db, `cadre-${number}`, {
      roles: [['handler', 'federation']],
      nominatedFor: strictOf(number),
    })
  }
  await putCase(db, { createdAt: lastWeek })
  const failing = new Proxy(db, {
    get(target, key) {
      if (key === 'insert' && inserts++ === 3) throw new Error('the isolate went away')
      return Reflect.get(target, key)
    },
  })
  let inserts = 0
  await expect(writeDigests(failing, zone, monday)).rejects.toThrow('went away')
  const before = (await written()).length
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(20)
  while ((await writeDigests(db, zone, monday)).more);
  expect((await written()).map((row) => row.recipient)).toEqual(
    Array.from({ length: 20 }, (_, at) => `cadre-${at + 10}`),
  )
})

test('one run fits in one invocation of the free plan, and people of the same reach are counted once', async () => {
  for (let number = 10; number < 40; number += 1) {
    await putPerson(db, `same-${number}`, { roles: [['handler', 'township']] })
    await putPerson(db, `own-${number}`, {
      roles: [['handler', 'federation']],
      nominatedFor: strictOf(number),
    })
  }
  await putCase(db, { createdAt: lastWeek })
  const { counted, statements } = countingDb()
  expect(await writeDigests(counted, zone, monday)).toEqual({ written: true, more: true })
  expect(statements()).toBeLessThanOrEqual(45)
})

/** A different set of categories for each number. */
function strictOf(number: number) {
  const all = ['harassment', 'mental', 'conduct', 'wages', 'hours', 'leave'] as const
  return all.filter((_, at) => (number >> at) & 1)
}
