import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { publications } from '../../src/db/tables/figures.ts'
import { deliveries, notices } from '../../src/db/tables/notices.ts'
import { calendarYears } from '../../src/db/tables/orgs.ts'
import { dayHeads, eventLinks } from '../../src/db/tables/record.ts'
import { cloudflare } from '../../src/platform/cloudflare.ts'
import { receive } from '../../src/queue.ts'
import { jobs, runJob } from '../../src/schedule.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { multiply } from '../support/multiplying.ts'
import { replacing } from '../support/replacing.ts'
import { onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { tells } from '../support/town/post.ts'
import { days, minutes } from '../support/town/times.ts'
import { monday, succeeded, type Town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'

const hourly = '0 * * * *'
const weekly = '20 * * * *'
const following = '30 * * * *'
const moving = '40 * * * *'
const keeping = '50 * * * *'
const longAgo = days(-60)
/** The Monday after; whoever came this week gets his first digest then. */
const nextMonday = days(7)

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

/** A case of long ago, on which somebody is late now. */
const lateCase = () => here.at(longAgo).file()
/** Somebody is invited, which is told by mail and by nothing else. */
const invitation = () => tells(here, { kind: 'invitation', event: 'invited', staffId: 'head', data: {} })
const head = ['head@union.example']

/** A batch of the queue, and which of its messages were given back. */
function batchOf(...bodies: unknown[]) {
  const givenBack: unknown[] = []
  const messages = bodies.map((body) => ({
    body,
    retry: ({ delaySeconds }: { delaySeconds: number }) => delaySeconds >= 30 && givenBack.push(body),
  }))
  return { batch: { messages }, givenBack }
}

test('the clock has the crons of wrangler.toml, and no other', async () => {
  expect(Object.keys(jobs)).toEqual([hourly, weekly, following, moving, keeping])
  await expect(runJob('1 * * * *', workerEnv().bindings, monday)).rejects.toThrow('No job')
})

test('on a Monday morning the digest is written, the queue is woken, and everybody gets one mail', async () => {
  await lateCase()
  const { bindings, wakes, mails } = workerEnv()
  await runJob(weekly, bindings, nextMonday)
  expect(wakes).toEqual([{ kind: 'deliveries' }])
  expect(mails).toEqual([])
  const { batch } = batchOf(...wakes, ...wakes)
  await receive(batch, bindings, nextMonday)
  await receive(batch, bindings, nextMonday)
  const reached = mails.map((mail) => mail.to)
  expect(reached).toContain('head@union.example')
  expect(new Set(reached).size).toBe(reached.length)
})

test('when the queue is lost, the next hour sends what was written', async () => {
  await lateCase()
  const { bindings, mails } = workerEnv()
  const WAKE = {
    send: () => Promise.reject(new Error('over the daily limit')),
  } as unknown as typeof env.WAKE
  const { wake } = cloudflare({ ...env, WAKE }, createExecutionContext())
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await runJob(weekly, { ...bindings, wake }, nextMonday)
  await runJob(weekly, { ...bindings, wake }, minutes(7 * 24 * 60 + 60))
  expect(silent).toHaveBeenCalled()
  silent.mockRestore()
  expect(mails.map((mail) => mail.to)).toContain('head@union.example')
})

test('a message that cannot be read is let go, and does not stop the others', async () => {
  await invitation()
  const { bindings, mails } = workerEnv()
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { batch, givenBack } = batchOf('nonsense', { kind: 'unknown' }, null, { kind: 'deliveries' })
  await receive(batch, bindings, monday)
  expect(silent).toHaveBeenCalledTimes(3)
  silent.mockRestore()
  expect(givenBack).toEqual([])
  expect(mails).toHaveLength(1)
})

test('one invocation does one kind of work and gives the other back', async () => {
  await lateCase()
  const { bindings, wakes, mails } = workerEnv()
  const { batch, givenBack } = batchOf({ kind: 'digest' }, { kind: 'deliveries' }, { kind: 'digest' })
  await receive(batch, bindings, nextMonday)
  expect(givenBack).toEqual([{ kind: 'deliveries' }])
  expect(wakes).toEqual([{ kind: 'deliveries' }])
  expect(mails).toEqual([])
})

test('what waits for time is moved on through the queue until none is left, and archiving beside it', async () => {
  await multiply(env.DB, await here.at(longAgo).given('replied'), 899)
  await multiply(env.DB, await here.at('2020-06-01T01:00:00Z').given('closed'), 299)
  const { bindings, wakes } = workerEnv()
  const statesOf = (state: 'closed' | 'replied' | 'archived') => here.db.$count(cases, eq(cases.state, state))
  await runJob(moving, bindings, monday)
  expect(await statesOf('replied')).toBe(500)
  expect(await statesOf('archived')).toBe(150)
  for (let message = wakes.shift(); message; message = wakes.shift())
    await receive(batchOf(message).batch, bindings, monday)
  expect(await statesOf('replied')).toBe(0)
  expect(await statesOf('archived')).toBe(300)
})

test('where lapses cannot be moved on, archiving goes on all the same', async () => {
  await here.at(longAgo).given('replied')
  const old = await here.at('2020-06-01T01:00:00Z').given('closed')
  const { bindings } = workerEnv()
  const broken = failingAt('from duties d join cases')
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await runJob(moving, { ...bindings, ...onDatabase(broken) }, monday)
  expect(silent).toHaveBeenCalledOnce()
  silent.mockRestore()
  expect((await here.caseOf(old)).state).toBe('archived')
})

test('a handler that fails leaves the mail for the next hour', async () => {
  await invitation()
  const { bindings, mails } = workerEnv()
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { batch } = batchOf({ kind: 'deliveries' })
  const overloaded = () => {
    throw new Error('overloaded')
  }
  const broken = onDatabase({ prepare: overloaded, batch: overloaded })
  await receive(batch, { ...bindings, ...broken }, monday)
  silent.mockRestore()
  expect(mails).toEqual([])
  await runJob(weekly, bindings, monday)
  expect(mails.map((it) => it.to)).toEqual(head)
})

test('the hourly watch marks, tells the next human being once, counts, and wakes the sender', async () => {
  const held = await lateCase()
  const { bindings, wakes } = workerEnv()
  await runJob(hourly, bindings, monday)
  const told = await here.notices()
  expect(told.filter((it) => it.kind === 'overdue' && it.to === 'officer')).toMatchObject([
    { status: 'pending' },
  ])
  await runJob(hourly, bindings, monday)
  expect(await here.notices()).toEqual(told)
  expect(wakes).toEqual([{ kind: 'deliveries' }])
  expect((await here.caseOf(held)).lamp).toBe('red')
  const months = await here.db.select().from(publications)
  expect(months[0]).toMatchObject({
    period: '2026-07',
    counts: { filed: { wages: 1 } },
    told: { filed: null },
  })
})

test('a part of the watch that fails stops none of the others', async () => {
  await lateCase()
  const { bindings } = workerEnv()
  const broken = failingAt('lamp')
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await runJob(hourly, { ...bindings, ...onDatabase(broken) }, monday)
  expect(silent.mock.calls.map(([text]) => text)).toContainEqual(
    expect.stringContaining('The hourly watch failed at marking lamps'),
  )
  silent.mockRestore()
  expect(await here.db.$count(publications)).toBeGreaterThan(0)
})

test('mail that is done with is forgotten after three months; what waits for a person is not', async () => {
  for (const status of ['sent', 'skipped', 'failed', 'interrupted'] as const) {
    await tells(here.at(days(-100)), { kind: 'digest', event: status, staffId: 'head', data: {} })
    const told = here.db.select({ id: notices.id }).from(notices).where(eq(notices.event, status))
    await here.db.update(deliveries).set({ status }).where(eq(deliveries.noticeId, told))
  }
  await runJob(hourly, workerEnv().bindings, monday)
  const left = await here.notices()
  expect(left.map((row) => row.status)).toEqual(['failed', 'interrupted'])
})

test('an hour in which much is overdue fits in one invocation of the free plan, and tells everybody', async () => {
  const then = here.at(longAgo)
  for (let number = 0; number < 30; number += 1) {
    const handler = await then.person(`handler-${number}`, [['handler', 'township']])
    const held = await then.given('accepted')
    succeeded(await then.does('officer', held, 'dispatch', { handlerId: handler.id }))
    succeeded(await then.does(handler, held, 'sign_for'))
  }
  for (const state of ['needs_info', 'declined', 'replied'] as const)
    for (const danger of [false, true]) await then.given(state, { danger })
  const { bindings } = workerEnv()
  const { counted, statements } = countingStatements(env.DB)
  await runJob(hourly, { ...bindings, ...onDatabase(counted) }, monday)
  expect(statements()).toBeLessThanOrEqual(50)
  const told = (await here.notices()).filter(({ kind, to }) => kind === 'overdue' && /^handler-/.test(to))
  expect(told).toHaveLength(30)
})

test.each([
  ['2026-10-31T15:59:59Z', false, 0],
  ['2026-10-31T16:00:00Z', false, 1],
  ['2026-12-31T15:00:00Z', false, 1],
  ['2026-11-15T00:00:00Z', true, 0],
])('at %s, with next year loaded: %s, the administrators get %i alarm', async (now, loaded, count) => {
  if (loaded) {
    await here.db
      .insert(calendarYears)
      .values({ year: 2027, daysOff: ['01-01'], daysWorked: [], updatedAt: longAgo })
  }
  const { bindings } = workerEnv()
  await runJob(hourly, bindings, new Date(now))
  await runJob(hourly, bindings, new Date(Date.parse(now) + 1))
  const alarms = await here.notices()
  expect(alarms.map((row) => row.recipient)).toEqual(count ? ['administrator@union.example'] : [])
})

/** The database, but for statements with these words. */
function failingAt(words: string): D1Database {
  return replacing(env.DB, {
    prepare(query) {
      if (query.includes(words)) throw new Error('overloaded')
      return env.DB.prepare(query)
    },
  })
}

test('what changed is linked, and the record is kept by an invocation of its own', async () => {
  const held = await here.at(monday).file()
  const { bindings, wakes } = workerEnv()
  await runJob(following, bindings, monday)
  expect(wakes).toContainEqual({ kind: 'record' })
  expect(await here.db.$count(eventLinks, eq(eventLinks.caseId, held.id))).toBeGreaterThan(0)
  await receive(batchOf({ kind: 'record' }).batch, bindings, days(1))
  expect(await here.db.$count(dayHeads)).toBe(1)
})
