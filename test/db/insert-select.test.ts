import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { insertSelect } from '../../src/db/insert-select.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { enterprises, organisations, staff } from '../../src/db/tables/orgs.ts'

const db = openDb(env.DB)
const now = new Date('2026-09-21T01:00:00Z')
const dyeHouse = { id: 'dye', orgId: 'o', name: { zh: '染厂', en: 'Dye house' }, createdAt: now }

const union = { ...dyeHouse, parentId: null, path: sql`'0001'` }

beforeEach(() => db.batch([db.delete(organisations), db.delete(staff), db.delete(enterprises)]))

test('values are kept as their columns keep them, expressions are computed, and what is not named takes its default', async () => {
  const row = {
    ...dyeHouse,
    email: sql`lower('LI@EXAMPLE.ORG')`,
    name: 'Li',
    emailVerified: true,
    updatedAt: now,
  }
  await insertSelect(db, staff, row, sql`where true`)
  const stored = sql`select email, email_verified, digest, locale, image, created_at from staff`
  expect(await db.all(stored)).toEqual([
    {
      email: 'li@example.org',
      email_verified: 1,
      digest: 1,
      locale: 'zh',
      image: null,
      created_at: now.getTime(),
    },
  ])
})

test('the order in which columns are named does not matter, and a column of another table is read', async () => {
  await db.insert(enterprises).values(dyeHouse)
  const { id, name, createdAt } = enterprises
  await insertSelect(
    db,
    organisations,
    { path: sql`'0001'`, createdAt, name, parentId: id, id },
    sql`from enterprises`,
  )
  expect(await db.select().from(organisations)).toEqual([
    { id: 'dye', path: '0001', name: dyeHouse.name, parentId: 'dye', createdAt: now },
  ])
})

test('it takes its place in a batch, and sees what the statement before it changed', async () => {
  const renamed = db.update(enterprises).set({ creditCode: 'x' })
  await db.batch([renamed, insertSelect(db, organisations, union, sql`where changes() > 0`)])
  expect(await db.$count(organisations)).toBe(0)
  await db.batch([
    db.insert(enterprises).values(dyeHouse),
    insertSelect(db, organisations, union, sql`where changes() > 0`),
  ])
  expect(await db.$count(organisations)).toBe(1)
})

test('a row that is there already is passed over when the statement says so, whatever key or one', async () => {
  const insert = () => insertSelect(db, organisations, union, sql`where true`)
  await insert()
  await db.batch([insert().onConflictDoNothing(), insert().onConflictDoNothing({ target: organisations.id })])
  expect(await db.$count(organisations)).toBe(1)
  await expect(insert()).rejects.toThrow()
})

test('the compiler refuses a row that is not one of the table', () => {
  const { name: _, ...nameless } = dyeHouse
  const statements = () => [
    // @ts-expect-error A column that must be there is missing.
    insertSelect(db, enterprises, nameless, sql`where true`),
    // @ts-expect-error The table has no such column.
    insertSelect(db, enterprises, { ...dyeHouse, colour: 'red' }, sql`where true`),
    // @ts-expect-error The value is not of the column's kind.
    insertSelect(db, enterprises, { ...dyeHouse, createdAt: 'today' }, sql`where true`),
    // @ts-expect-error SQLite computes this one.
    insertSelect(db, cases, { ...everything, unionPath: '0001' }, sql`where true`),
  ]
  expect(statements).toBeTypeOf('function')
})

declare const everything: typeof cases.$inferInsert
