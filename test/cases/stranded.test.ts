import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findHolders, markLamps, tellOverdue } from '../../src/cases/watching.ts'
import { openDb } from '../../src/db/client.ts'
import { cases, replies } from '../../src/db/tables/cases.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { categoryNominees, organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { calendarOf } from '../../src/orgs/calendar.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { putCase } from '../support/cases.ts'
import { paths, putOrganisations, putPerson } from '../support/people.ts'

const db = openDb((env as unknown as { DB: D1Database }).DB)
const now = new Date('2026-11-23T02:00:00Z')
const scene = { db, now, rules: { settings: settingsFrom([]), calendar: calendarOf([]) } }
const inUnion = { orgId: 'union', orgPath: paths.union, dueAt: new Date('2026-11-20T15:59:59Z') }

beforeEach(async () => {
  await db.batch([
    db.delete(cases),
    db.delete(replies),
    db.delete(deliveries),
    db.delete(staff),
    db.delete(roleGrants),
    db.delete(categoryNominees),
    db.delete(organisations),
  ])
  await putOrganisations(db)
})

const placeOf = async (id: string) =>
  (await db.select().from(cases).where(eq(cases.id, id)))[0]?.holderOrgId ?? null

test('what waited for somebody who left goes to the nearest who has his role', async () => {
  await putPerson(db, 'leaver', { roles: [['department_head', 'union']], active: false })
  await putPerson(db, 'other', { roles: [['department_head', 'federation']] })
  const id = await putCase(db, { ...inUnion, holderRole: 'department_head', holderOrgId: 'union' })
  await findHolders(scene)
  expect(await placeOf(id)).toBe('federation')
})

test('what waits where somebody has the role stays', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'union']] })
  await putPerson(db, 'other', { roles: [['department_head', 'township']] })
  const id = await putCase(db, { ...inUnion, holderRole: 'department_head', holderOrgId: 'union' })
  await findHolders(scene)
  expect(await placeOf(id)).toBe('union')
})

test('a place is not found with the author of the answer', async () => {
  await putPerson(db, 'author', { roles: [['chair', 'township']] })
  await putPerson(db, 'other', { roles: [['chair', 'federation']] })
  await db.insert(replies).values({
    id: 'reply',
    caseId: 'drafted',
    body: 'x',
    outcome: 'supported',
    drafterId: 'author',
    draftedAt: now,
  })
  const id = await putCase(db, {
    ...inUnion,
    id: 'drafted',
    state: 'sign_off',
    replyId: 'reply',
    holderRole: 'chair',
  })
  await findHolders(scene)
  expect(await placeOf(id)).toBe('federation')
})

test('who handles no cases any more is not told of his; the administrators are', async () => {
  await putPerson(db, 'boss', { roles: [['administrator', 'federation']] })
  await putPerson(db, 'former', { roles: [['administrator', 'union']] })
  await putPerson(db, 'elsewhere', { roles: [['handler', 'township']] })
  const held = { ...inUnion, state: 'investigating' as const, holderRole: 'handler' as const }
  await putCase(db, { ...held, holderId: 'former', handlerId: 'former' })
  await putCase(db, { ...held, holderId: 'elsewhere', handlerId: 'elsewhere' })
  await markLamps(db, now)
  await tellOverdue(scene)
  const mails = await db.select().from(deliveries).orderBy(deliveries.recipient)
  expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ['alarm', 'boss@example.org'],
    ['overdue', 'elsewhere@example.org'],
  ])
})
