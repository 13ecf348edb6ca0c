import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { publications } from '../../src/db/tables/figures.ts'
import { publishMonths } from '../../src/figures/publishing-months.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { townAnew } from '../support/town/anew.ts'
import { succeeded, type Town } from '../support/town/town.ts'

const zone = 'Asia/Shanghai'
const november = new Date('2026-10-31T16:00:00Z')

let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB, new Date('2026-09-30T16:00:00Z'))
})

const strike = (at: Date, db = here.db) => publishMonths(db, zone, at)
const stored = () => here.db.select().from(publications)
const told = async (period: string) => (await stored()).find((it) => it.period === period)?.told

async function fileMany(count: number, at: string) {
  for (let n = 0; n < count; n += 1) await here.at(at).file()
}

test('a month is published in the first hour after it, and not while it runs', async () => {
  await fileMany(5, '2026-10-20T02:00:00Z')
  await strike(new Date(november.getTime() - 1))
  expect(await stored()).toEqual([])
  await strike(november)
  expect(await told('2026-10')).toMatchObject({
    filed: { of: 5 },
    contacts: { of: 5, inTime: 0 },
    categories: [{ category: 'wages', filed: 5 }],
  })
})

test('what is published never changes, whatever becomes of its cases', async () => {
  await fileMany(5, '2026-10-20T02:00:00Z')
  const held = await here.at('2026-10-20T02:00:00Z').file()
  await strike(november)
  const before = await stored()
  const then = here.at('2026-11-02T02:00:00Z')
  const confided = { confidedTo: 'mental', reason: 'He speaks of ending his life.' } as const
  succeeded(await then.does('officer', held, 'confide', confided))
  await strike(new Date('2026-11-02T03:00:00Z'))
  expect(await stored()).toEqual(before)
})

test('a month without any case looks like one with a few', async () => {
  await strike(november)
  await fileMany(4, '2026-11-20T02:00:00Z')
  await strike(new Date('2026-12-01T00:00:00Z'))
  expect(await told('2026-10')).toEqual({ filed: null, contacts: null, answers: null, categories: [] })
  expect(await told('2026-11')).toEqual(await told('2026-10'))
})

test('with the last month of a quarter those are told together that could not be told alone', async () => {
  for (const month of ['2026-10', '2026-11', '2026-12']) await fileMany(2, `${month}-20T02:00:00Z`)
  await strike(new Date('2027-01-01T00:00:00Z'))
  expect(await told('2026-Q4')).toMatchObject({
    filed: { months: ['2026-10', '2026-11', '2026-12'], of: 6 },
    contacts: { of: 6, inTime: 0 },
    answers: null,
  })
  expect(await told('2026')).toBeUndefined()
})

test('months that were missed are published in their order, none is passed over', async () => {
  expect(await strike(new Date('2028-01-05T00:00:00Z'))).toBe(12)
  expect(await strike(new Date('2028-01-05T01:00:00Z'))).toBe(3)
  const periods = (await stored()).map(({ period }) => period)
  expect([periods.length, periods[0], periods.at(-1)]).toEqual([15, '2026-10', '2027-12'])
})

test('two that publish at once publish the same; an hour with nothing to publish asks once', async () => {
  await fileMany(5, '2026-10-20T02:00:00Z')
  await Promise.all([strike(november), strike(november)])
  expect(await stored()).toHaveLength(1)
  const { counted, statements } = countingStatements(env.DB)
  await strike(november, openDb(counted))
  expect(statements()).toBe(1)
})
