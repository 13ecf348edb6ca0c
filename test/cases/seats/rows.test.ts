import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { fillSeats } from '../../../src/cases/seats/filling-seats.ts'
import { openDb } from '../../../src/db/client.ts'
import { quotas } from '../../../src/db/tables/quotas.ts'
import { inAll } from '../../../src/forms/quota-keys.ts'
import { countsSeats } from '../../../src/forms/room.ts'
import { replacing } from '../../support/replacing.ts'
import { countingReads } from '../../support/rows-read.ts'
import { type Town, town } from '../../support/town/town.ts'
import { formId, morning, signingUpIn } from './seats.ts'

let here: Town
let there: ReturnType<typeof signingUpIn>
beforeAll(async () => {
  here = await town(env.DB)
  there = signingUpIn(here)
  // The first case finds nothing before it.
  await here.file({ process: 'register' })
})

/** What a filing reads and writes, by the count of D1: each row, and each entry of an index. */
async function rowsOf(wants: readonly string[] | null) {
  const rows = { read: 0, written: 0 }
  const counting = replacing(env.DB, {
    async batch<T>(statements: D1PreparedStatement[]) {
      const results = await env.DB.batch<T>(statements)
      for (const { meta } of results) {
        rows.read += meta.rows_read
        rows.written += meta.rows_written
      }
      return results
    },
  })
  const seat = wants ? { seat: { formId, wants, mayWait: true } } : {}
  await here.with({ db: openDb(counting) }).file({ process: 'register', ...seat })
  return rows
}

test('whether a form counts anything is asked without reading a row, where it does not', async () => {
  const { d1, rowsRead } = countingReads(env.DB)
  expect(await countsSeats(openDb(d1), formId)).toBe(false)
  expect((await rowsRead()).rows).toBe(0)
})

test('a place is two rows more, of two quotas three, and to wait is two', async () => {
  const { written } = await rowsOf(null)
  await there.limit(1, true)
  expect((await rowsOf([inAll])).written - written).toBe(2)
  expect((await rowsOf([inAll])).written - written).toBe(2)
  await there.limit(1000, true)
  await there.limitOption(morning, 1000)
  expect((await rowsOf([inAll, morning])).written - written).toBe(3)
})

test('what is read does not grow with those who have a place, or wait', async () => {
  await there.clear()
  await there.limit(5, true)
  await there.signUp()
  const few = await rowsOf([inAll])
  for (let at = 0; at < 4; at++) await there.signUp()
  const waiting = await rowsOf([inAll])
  for (let at = 0; at < 20; at++) await there.signUp()
  const many = await rowsOf([inAll])
  expect(many.read).toBeLessThanOrEqual(waiting.read)
  expect(waiting.read - few.read).toBeLessThanOrEqual(3)
})

test('who is next is found in one look along the line, and where no place is left in none', async () => {
  const rowsAlong = async (waiting: number, quota: { of: string; most: number; taken: number }) => {
    await there.clear()
    await here.db.insert(quotas).values({ formId, ...quota })
    const wants = JSON.stringify([inAll, morning])
    await here.db.run(sql`with recursive line(turn) as (select 1 union all select turn + 1 from line where turn < ${waiting})
      insert into seats (case_id, form_id, wants, turn) select 'case' || turn, ${formId}, ${wants}, turn from line`)
    const { d1, rowsRead } = countingReads(env.DB)
    await fillSeats(openDb(d1), formId).calling
    return (await rowsRead()).rows
  }
  const full = { most: 10, taken: 10 }
  const [few, many] = [
    await rowsAlong(20, { of: morning, ...full }),
    await rowsAlong(200, { of: morning, ...full }),
  ]
  expect(many).toBeLessThan(few * 12)
  expect(await rowsAlong(200, { of: inAll, ...full })).toBeLessThan(few)
})
