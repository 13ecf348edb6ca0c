import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { cases, monthlyFigures, ratings } from '../../src/db/tables/cases.ts'
import { figuresSince, refreshMonths } from '../../src/figures/monthly.ts'
import { putCase, putRating } from '../support/cases.ts'

const db = openDb(env.DB)
const zone = 'Asia/Shanghai'
const now = new Date('2026-11-23T00:00:00Z')

beforeEach(async () => {
  await db.batch([db.delete(cases), db.delete(ratings), db.delete(monthlyFigures)])
})

const nothing = { filed: 0, contactsDue: 0, contactsInTime: 0, rated: 0, solved: 0, partly: 0, satisfied: 0 }

test('a case counts where it was filed, its contact where it was due, its rating where it was given', async () => {
  const id = await putCase(db, {
    createdAt: new Date('2026-10-31T10:00:00Z'),
    contactedAt: new Date('2026-11-01T09:00:00Z'),
  })
  await putRating(db, {
    caseId: id,
    solved: 'partly',
    satisfied: 'basically',
    at: new Date('2026-11-12T00:00:00Z'),
  })
  await refreshMonths(db, zone, now)
  expect(await figuresSince(db, '2026-10')).toEqual([
    {
      ...nothing,
      month: '2026-11',
      category: 'wages',
      contactsDue: 1,
      contactsInTime: 1,
      rated: 1,
      partly: 1,
      satisfied: 1,
    },
    { ...nothing, month: '2026-10', category: 'wages', filed: 1 },
  ])
})

test('a late contact and a missing one are due and not in time; one not yet due is not counted', async () => {
  const createdAt = new Date('2026-11-10T00:00:00Z')
  await putCase(db, { createdAt, contactedAt: new Date('2026-11-11T00:00:01Z') })
  await putCase(db, { createdAt })
  await putCase(db, { createdAt: new Date('2026-11-22T23:00:00Z') })
  await refreshMonths(db, zone, now)
  expect(await figuresSince(db, '2026-11')).toMatchObject([{ filed: 3, contactsDue: 2, contactsInTime: 0 }])
})

test('a worker who rated twice is one worker, with his last word', async () => {
  const id = await putCase(db)
  const first = { caseId: id, solved: 'not_solved', satisfied: 'not_satisfied' } as const
  await putRating(db, { ...first, at: new Date('2026-11-12T00:00:00Z') })
  await putRating(db, {
    ...first,
    solved: 'solved',
    satisfied: 'satisfied',
    at: new Date('2026-11-20T00:00:00Z'),
  })
  await refreshMonths(db, zone, now)
  expect(await figuresSince(db, '2026-11')).toMatchObject([{ rated: 1, solved: 1, satisfied: 1 }])
})

test('strictly kept cases are in no published figure', async () => {
  await putCase(db, { category: 'harassment', secrecy: 'strict' })
  await refreshMonths(db, zone, now)
  expect(await figuresSince(db, '2026-01')).toEqual([])
})

test('counting again changes nothing, and a case that moved category moves in the figures', async () => {
  await putCase(db, { id: 'moving', category: 'other' })
  await refreshMonths(db, zone, now)
  await refreshMonths(db, zone, now)
  expect(await figuresSince(db, '2026-11')).toMatchObject([{ category: 'other', filed: 1 }])
  await db.update(cases).set({ category: 'hours' })
  await refreshMonths(db, zone, now)
  expect(await figuresSince(db, '2026-11')).toMatchObject([{ category: 'hours', filed: 1 }])
})

test('months that were missed are counted, a few in each run', async () => {
  for (let month = 1; month <= 11; month += 1) {
    await putCase(db, { createdAt: new Date(Date.UTC(2026, month - 1, 15)) })
  }
  await refreshMonths(db, zone, now)
  await db.delete(monthlyFigures)
  await db.insert(monthlyFigures).values({ month: '2026-01', category: 'wages' })
  await refreshMonths(db, zone, now)
  expect((await figuresSince(db, '2026-01')).map((row) => row.month)).toEqual([
    '2026-11',
    '2026-10',
    '2026-05',
    '2026-04',
    '2026-03',
    '2026-02',
    '2026-01',
  ])
})
