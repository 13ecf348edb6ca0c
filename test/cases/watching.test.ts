import { env } from 'cloudflare:workers'
import { eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { note } from '../../src/cases/handling.ts'
import { writeToUnion, writeToWorker } from '../../src/cases/messages.ts'
import { recuse } from '../../src/cases/recusing.ts'
import { liftSupervision } from '../../src/cases/supervising.ts'
import { askInfo } from '../../src/cases/triaging.ts'
import {
  findHolders,
  lapse,
  markLamps,
  recount,
  superviseLate,
  tellOverdue,
} from '../../src/cases/watching.ts'
import { openDb } from '../../src/db/client.ts'
import { caseEvents, cases, deletions, identities } from '../../src/db/tables/cases.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { calendarOf } from '../../src/orgs/calendar.ts'
import { knownYear } from '../../src/orgs/holidays.ts'
import { type World, world } from '../support/world.ts'

let here: World
let planted: World | undefined
beforeEach(async () => {
  planted ??= await world(env.DB)
  here = planted
  await here.db.batch([
    here.db.delete(cases),
    here.db.delete(caseEvents),
    here.db.delete(deliveries),
    here.db.delete(identities),
    here.db.delete(deletions),
  ])
})

/** One run of the hourly job, as far as it is ours. */
async function run(at: World) {
  await lapse(at.scene)
  await recount(at.scene)
  await findHolders(at.scene)
  await superviseLate(at.scene)
  await markLamps(at.db, at.scene.now)
  return tellOverdue(at.scene)
}

const mails = () => here.db.select().from(deliveries)

/** Everything that a run could change. */
const everything = async () =>
  JSON.stringify(
    await here.db.batch([
      here.db.select().from(cases),
      here.db.select().from(caseEvents),
      here.db.select().from(deliveries),
      here.db.select().from(deletions),
    ]),
  )

test('a lamp turns amber and red with time, for cases that are with the union', async () => {
  const { id } = await here.fileCase()
  const asked = await here.fileCase()
  const subject = await here.load('officer', asked.id)
  await askInfo(here.scene, here.people.officer, subject, { turn: 2, reason: 'When?' })
  const lamps = async (now: string) => {
    await markLamps(here.db, new Date(now))
    return [(await here.row(id)).lamp, (await here.row(asked.id)).lamp]
  }
  expect(await lamps('2026-09-22T08:00:00+08:00')).toEqual(['green', 'green'])
  expect(await lamps('2026-09-22T16:00:00+08:00')).toEqual(['amber', 'green'])
  expect(await lamps('2026-09-23T00:00:00+08:00')).toEqual(['red', 'green'])
  expect(await lamps('2026-12-01T00:00:00+08:00')).toEqual(['red', 'green'])
})

test('missing information that never came: the case goes on with the facts at hand', async () => {
  const { id } = await here.fileCase()
  const subject = await here.load('officer', id)
  await askInfo(here.scene, here.people.officer, subject, { turn: 2, reason: 'When?' })
  // Ten days end on 1 October, in the holidays; the worker has until the 8th.
  await lapse(here.at('2026-10-08T12:00:00+08:00').scene)
  expect((await here.row(id)).state).toBe('needs_info')
  await lapse(here.at('2026-10-09T00:00:00+08:00').scene)
  expect(await here.row(id)).toMatchObject({
    state: 'triage',
    turn: 4,
    holderRole: 'duty_officer',
    holderOrgId: 'township',
    dueAt: new Date('2026-10-10T23:59:59+08:00'),
  })
  expect((await here.events(id)).at(-1)).toMatchObject({ action: 'lapse_info', actor: 'clock', turn: 4 })
})

test('a run moves on twenty cases at most, and the next one the rest', async () => {
  for (let made = 0; made < 23; made += 1) {
    const { id } = await here.fileCase()
    const subject = await here.load('officer', id)
    await askInfo(here.scene, here.people.officer, subject, { turn: 2, reason: 'When?' })
  }
  const later = here.at('2026-10-09T00:00:00+08:00')
  expect(await lapse(later.scene)).toBe(20)
  expect(await lapse(later.scene)).toBe(3)
  expect(await lapse(later.scene)).toBe(0)
})

test('run twice, a watch changes nothing the second time', async () => {
  const unsolved = await here.fileCase()
  await here.advance(unsolved, 'replied')
  await here.fileCase()
  await here.fileCase({ category: 'harassment' })
  await here.advance(await here.fileCase(), 'investigating')
  await here.advance(await here.fileCase(), 'closed')
  for (const day of ['2026-09-23', '2026-10-20', '2029-12-01']) {
    const later = here.at(`${day}T09:00:00+08:00`)
    await run(later)
    const once = await everything()
    await run(later)
    expect(await everything()).toBe(once)
  }
})

test('an overdue case starts supervision, once; lifted, it does not start again for the same deadline', async () => {
  const { id } = await here.fileCase()
  const later = here.at('2026-09-23T01:00:00+08:00')
  const { officer, supervisor } = here.people
  await writeToWorker(here.scene, officer, await here.load('officer', id), { body: 'Hello.', key: 'a' })
  await run(later)
  expect((await here.row(id)).supervisedAt).toEqual(later.scene.now)
  expect((await here.events(id)).at(-1)).toMatchObject({
    action: 'supervise',
    actor: 'clock',
    reason: 'overdue',
  })
  const subject = await later.load('supervisor', id)
  expect(await liftSupervision(later.scene, supervisor, subject, { reason: 'Spoken to.' })).toEqual({
    ok: true,
  })
  await run(here.at('2026-09-23T03:00:00+08:00'))
  expect((await here.row(id)).supervisedAt).toBeNull()
})

test('half the time without a note starts supervision; a note or a message prevents it', async () => {
  const silent = await here.fileCase()
  const noted = await here.fileCase()
  const written = await here.fileCase()
  for (const held of [silent, noted, written]) {
    await here.advance(held, 'investigating')
    const subject = await here.load('officer', held.id)
    await writeToWorker(here.scene, here.people.officer, subject, { body: 'We are on it.', key: 'a' })
    await here.db
      .update(cases)
      .set({ halfAt: new Date('2026-09-24T12:00:00+08:00') })
      .where(eq(cases.id, held.id))
  }
  const subject = await here.load('handler', noted.id)
  await note(here.scene, here.people.handler, subject, { reason: 'Called the works.' })
  const asked = await here.load('handler', written.id)
  await writeToWorker(here.scene, here.people.handler, asked, { body: 'Which months?', key: 'b' })
  await superviseLate(here.at('2026-09-25T09:00:00+08:00').scene)
  expect((await here.row(silent.id)).supervisedAt).not.toBeNull()
  expect((await here.row(noted.id)).supervisedAt).toBeNull()
  expect((await here.row(written.id)).supervisedAt).toBeNull()
  expect((await here.events(silent.id)).at(-1)).toMatchObject({ reason: 'silence' })
})

test('a draft that takes its two days over a weekend is not supervised on Sunday night', async () => {
  const friday = here.at('2026-11-06T09:00:00+08:00')
  const held = await friday.fileCase()
  await friday.advance(held, 'drafting')
  await writeToWorker(friday.scene, here.people.handler, await friday.load('handler', held.id), {
    body: 'We are on it.',
    key: 'a',
  })
  await superviseLate(here.at('2026-11-09T01:00:00+08:00').scene)
  expect(await here.row(held.id)).toMatchObject({
    supervisedAt: null,
    dueAt: new Date('2026-11-10T23:59:59+08:00'),
  })
})

test('a worker whom nobody wrote to in time puts his case under supervision', async () => {
  const { id } = await here.fileCase({ category: 'safety' })
  await superviseLate(here.at('2026-09-21T11:30:00+08:00').scene)
  expect((await here.events(id)).at(-1)).toMatchObject({ action: 'supervise' })
})

test('an overdue case tells those who hold its role where it waits, in one mail a day', async () => {
  const first = await here.fileCase()
  const second = await here.fileCase()
  expect(await run(here.at('2026-09-23T08:00:00+08:00'))).toBe(1)
  expect(await mails()).toMatchObject([
    {
      kind: 'overdue',
      recipient: 'officer@union.example',
      period: '2026-09-23',
      data: {
        cases: [
          { id: first.id, number: first.number },
          { id: second.id, number: second.number },
        ],
      },
    },
  ])
  expect(await run(here.at('2026-09-23T20:00:00+08:00'))).toBe(0)
  expect(await run(here.at('2026-09-24T08:00:00+08:00'))).toBe(0)
})

test('what turns red after today’s mail is told tomorrow', async () => {
  await here.fileCase()
  await run(here.at('2026-09-23T08:00:00+08:00'))
  const held = await here.fileCase()
  await here.db
    .update(cases)
    .set({ dueAt: new Date('2026-09-23T09:00:00+08:00') })
    .where(eq(cases.id, held.id))
  expect(await run(here.at('2026-09-23T10:00:00+08:00'))).toBe(0)
  expect(await run(here.at('2026-09-24T00:00:00+08:00'))).toBe(1)
  expect((await mails()).at(-1)?.data).toEqual({ cases: [{ id: held.id, number: held.number }] })
})

test('danger is told at once, also after today’s mail', async () => {
  await here.db.insert(deliveries).values({
    id: 'today',
    kind: 'overdue',
    recipient: 'officer@union.example',
    period: '2026-09-21',
    locale: 'zh',
    data: { cases: [] },
    nextAt: here.scene.now,
    createdAt: here.scene.now,
  })
  await here.fileCase({ category: 'safety' })
  expect(await run(here.at('2026-09-21T12:00:00+08:00'))).toBe(1)
})

test('a case with its handler tells the handler, not his colleagues', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'investigating')
  await run(here.at('2026-10-20T08:00:00+08:00'))
  expect((await mails()).map(({ recipient }) => recipient)).toEqual(['handler@union.example'])
})

test('an overdue case that nobody has raises an alarm to the federation’s administrators', async () => {
  const { id, number } = await here.fileCase({ category: 'mental', danger: false })
  await run(here.at('2026-09-23T08:00:00+08:00'))
  expect(await mails()).toMatchObject([
    {
      kind: 'alarm',
      recipient: 'administrator@union.example',
      data: { why: 'nobody', cases: [{ id, number }] },
    },
  ])
})

test('a handler who left the union is nobody: alarm', async () => {
  const leaver = await here.person('leaver', [['handler', 'union']])
  const held = await here.fileCase()
  await here.advance(held, 'investigating')
  await here.db.update(cases).set({ holderId: leaver.id, handlerId: leaver.id }).where(eq(cases.id, held.id))
  await here.db.update(staff).set({ active: false }).where(eq(staff.id, leaver.id))
  await run(here.at('2026-10-20T08:00:00+08:00'))
  expect((await mails()).map(({ kind }) => kind)).toEqual(['alarm'])
})

test('those who stand aside are not told', async () => {
  const { id } = await here.fileCase()
  const { countyOfficer, officer } = here.people
  await recuse(here.scene, officer, await here.load('officer', id), { reason: 'A friend.' })
  await recuse(here.scene, countyOfficer, await here.load('countyOfficer', id), { reason: 'A friend.' })
  expect((await here.row(id)).holderOrgId).toBeNull()
  await run(here.at('2026-09-23T08:00:00+08:00'))
  expect((await mails()).map(({ kind }) => kind)).toEqual(['alarm'])
})

test('a case that nobody had gets a place as soon as somebody holds the role', async () => {
  const { id } = await here.fileCase({ category: 'conduct' })
  expect((await here.row(id)).holderOrgId).toBeNull()
  await here.person('inspector', [['duty_officer', 'federation']], ['conduct'])
  await findHolders(here.scene)
  expect((await here.row(id)).holderOrgId).toBe('federation')
  await here.db.delete(roleGrants).where(inArray(roleGrants.staffId, ['inspector']))
})

test('after the time of keeping, the case is archived', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'closed')
  await lapse(here.at('2029-09-19T09:00:00+08:00').scene)
  expect((await here.row(held.id)).state).toBe('closed')
  await lapse(here.at('2029-09-25T09:00:00+08:00').scene)
  expect(await here.row(held.id)).toMatchObject({
    state: 'archived',
    anonymous: true,
    closingLabel: 'solved',
  })
})

test('nothing is archived while a message of the worker is unread', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'closed')
  await writeToUnion(here.scene, await here.asWorker(held), { body: 'Are you there?', key: 'a' })
  await lapse(here.at('2030-01-01T09:00:00+08:00').scene)
  expect((await here.row(held.id)).state).toBe('closed')
})

test('a provisional date is computed again when the holidays of its year are loaded', async () => {
  const late = here.at('2026-12-31T09:00:00+08:00')
  const { id } = await late.fileCase()
  expect(await here.row(id)).toMatchObject({
    provisional: true,
    dueAt: new Date('2027-01-01T23:59:59+08:00'),
  })
  expect(await recount(late.scene)).toBe(0)

  const years = [knownYear(2026), { year: 2027, daysOff: ['01-01'], daysWorked: [] }]
  const calendar = calendarOf(years.filter((year) => year !== null))
  const scene = { ...late.scene, rules: { ...late.scene.rules, calendar } }
  expect(await recount(scene)).toBe(1)
  expect(await here.row(id)).toMatchObject({
    provisional: false,
    dueAt: new Date('2027-01-04T23:59:59+08:00'),
  })
  expect(await recount(scene)).toBe(0)
})

test('a run stays within the fifty statements of the free plan', async () => {
  for (const state of ['needs_info', 'declined', 'replied', 'closed', 'investigating'] as const)
    await here.advance(await here.fileCase(), state)
  await here.fileCase({ category: 'harassment' })
  let prepared = 0
  const counting = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') prepared += 1
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const later = here.at('2029-12-03T09:00:00+08:00')
  await run({ ...later, db: openDb(counting), scene: { ...later.scene, db: openDb(counting) } })
  expect(prepared).toBeGreaterThan(15)
  expect(prepared).toBeLessThanOrEqual(40)
})
