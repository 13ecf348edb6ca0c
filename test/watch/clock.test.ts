import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { deliveryRows } from '../../src/db/outbox.ts'
import { cases, monthlyFigures } from '../../src/db/tables/cases.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import { calendarYears, organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { cloudflare } from '../../src/platform/cloudflare.ts'
import { receive } from '../../src/queue.ts'
import { jobs, runJob } from '../../src/schedule.ts'
import { countingD1, db } from '../mail/office.ts'
import { putCase } from '../support/cases.ts'
import { putOrganisations, putPerson } from '../support/people.ts'
import { onDatabase } from '../support/signed-in.ts'
import { workerEnv } from '../support/worker-env.ts'

const hourly = '0 * * * *'
const weekly = '20 * * * *'
const monday = new Date('2026-11-23T00:20:00Z')
const lastWeek = new Date('2026-11-18T02:00:00Z')

beforeEach(async () => {
  forgetRules()
  await db.batch([
    db.delete(cases),
    db.delete(monthlyFigures),
    db.delete(deliveries),
    db.delete(staff),
    db.delete(roleGrants),
    db.delete(organisations),
    db.delete(calendarYears),
  ])
  await putOrganisations(db)
})

/** A batch of the queue, and which of its messages were given back. */
function batchOf(...bodies: unknown[]) {
  const givenBack: unknown[] = []
  const messages = bodies.map((body) => ({ body, retry: () => givenBack.push(body) }))
  return { batch: { messages }, givenBack }
}

test('the clock has the crons of wrangler.toml, and no other', async () => {
  expect(Object.keys(jobs)).toEqual([hourly, weekly])
  await expect(runJob('1 * * * *', workerEnv().bindings, monday)).rejects.toThrow('No job')
})

test('on a Monday morning the digest is written, the queue is woken, and one mail goes out', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'federation']] })
  await putCase(db, { createdAt: lastWeek })
  const { bindings, wakes, mails } = workerEnv()
  await runJob(weekly, bindings, monday)
  expect(wakes).toEqual([{ kind: 'deliveries' }])
  expect(mails).toEqual([])
  const { batch } = batchOf(...wakes, ...wakes)
  await receive(batch, bindings, monday)
  await receive(batch, bindings, monday)
  expect(mails.map((mail) => mail.to)).toEqual(['head@example.org'])
})

test('when the queue is lost, the next hour sends what was written', async () => {
  await putPerson(db, 'head', { roles: [['department_head', 'federation']] })
  await putCase(db, { createdAt: lastWeek })
  const { bindings, mails } = workerEnv()
  const WAKE = {
    send: () => Promise.reject(new Error('over the daily limit')),
  } as unknown as typeof env.WAKE
  const { wake } = cloudflare({ ...env, WAKE }, createExecutionContext())
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await runJob(weekly, { ...bindings, wake }, monday)
  await runJob(weekly, { ...bindings, wake }, new Date('2026-11-23T01:20:00Z'))
  expect(silent).toHaveBeenCalled()
  silent.mockRestore()
  expect(mails.map((mail) => mail.to)).toEqual(['head@example.org'])
})

test('a message that cannot be read is let go, and does not stop the others', async () => {
  await deliveryRows(db, monday, [
    {
      kind: 'invitation',
      recipient: 'new@example.org',
      period: '1',
      locale: 'zh',
      data: {},
    },
  ])
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
  await putPerson(db, 'head', { roles: [['department_head', 'federation']] })
  await putCase(db, { createdAt: lastWeek })
  const { bindings, wakes, mails } = workerEnv()
  const { batch, givenBack } = batchOf({ kind: 'digest' }, { kind: 'deliveries' }, { kind: 'digest' })
  await receive(batch, bindings, monday)
  expect(givenBack).toEqual([{ kind: 'deliveries' }])
  expect(wakes).toEqual([{ kind: 'deliveries' }])
  expect(mails).toEqual([])
})

test('a handler that fails leaves the mail for the next hour', async () => {
  const mail = { kind: 'invitation', recipient: 'new@example.org', period: '1', locale: 'zh' } as const
  await deliveryRows(db, monday, [{ ...mail, data: {} }])
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
  expect(mails.map((it) => it.to)).toEqual(['new@example.org'])
})

test('the hourly watch marks, tells the next human being once, counts, and wakes the sender', async () => {
  await putPerson(db, 'duty', { roles: [['duty_officer', 'federation']] })
  await putCase(db, {
    createdAt: lastWeek,
    dueAt: new Date('2026-11-20T15:59:59Z'),
    amberAt: lastWeek,
    holderRole: 'duty_officer',
    holderOrgId: 'federation',
  })
  const { bindings, wakes } = workerEnv()
  await runJob(hourly, bindings, monday)
  await runJob(hourly, bindings, monday)
  expect(await db.select().from(cases)).toMatchObject([{ lamp: 'red' }])
  expect(await db.select().from(deliveries)).toMatchObject([
    { kind: 'overdue', recipient: 'duty@example.org', status: 'pending' },
  ])
  expect(await db.select().from(monthlyFigures)).toMatchObject([{ month: '2026-11', filed: 1 }])
  expect(wakes).toEqual([{ kind: 'deliveries' }, { kind: 'deliveries' }])
})

test('a part of the watch that fails stops none of the others', async () => {
  await putCase(db, { createdAt: lastWeek })
  const { bindings } = workerEnv()
  const broken = new Proxy(env.DB, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key !== 'prepare') return typeof value === 'function' ? value.bind(target) : value
      return (query: string) => {
        if (query.includes('lamp')) throw new Error('no such table')
        return target.prepare(query)
      }
    },
  })
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await runJob(hourly, { ...bindings, ...onDatabase(broken) }, monday)
  expect(silent.mock.calls.map(([text]) => text)).toContain('The hourly watch failed at marking lamps')
  silent.mockRestore()
  expect(await db.select().from(monthlyFigures)).toHaveLength(1)
})

test('mail that is done with is forgotten after three months; what waits for a person is not', async () => {
  const old = new Date('2026-08-01T00:00:00Z')
  const mail = { kind: 'digest', recipient: 'cadre@example.org', locale: 'zh', data: {} } as const
  for (const [period, status] of [
    ['1', 'sent'],
    ['2', 'skipped'],
    ['3', 'failed'],
    ['4', 'interrupted'],
  ] as const) {
    await deliveryRows(db, old, [{ ...mail, period }])
    await db.update(deliveries).set({ status }).where(eq(deliveries.period, period))
  }
  await runJob(hourly, workerEnv().bindings, monday)
  const left = await db.select().from(deliveries).orderBy(deliveries.period)
  expect(left.map((row) => row.status)).toEqual(['failed', 'interrupted'])
})

test('an hour in which much is overdue fits in one invocation of the free plan, and tells everybody', async () => {
  for (let number = 0; number < 30; number += 1) {
    const id = `handler-${number}`
    await putPerson(db, id, { roles: [['handler', 'federation']] })
    await putCase(db, {
      state: 'investigating',
      holderRole: 'handler',
      holderId: id,
      handlerId: id,
      dueAt: lastWeek,
    })
  }
  for (const state of ['submitted', 'needs_info', 'declined', 'replied'] as const) {
    await putCase(db, { state, dueAt: lastWeek })
    await putCase(db, { state, dueAt: lastWeek, danger: true })
  }
  const { bindings } = workerEnv()
  const { d1, statements } = countingD1()
  await runJob(hourly, { ...bindings, ...onDatabase(d1) }, monday)
  expect(statements()).toBeLessThanOrEqual(50)
  const told = await db.select().from(deliveries).where(eq(deliveries.kind, 'overdue'))
  expect(told).toHaveLength(30)
})

test.each([
  ['2026-10-31T15:59:59Z', false, 0],
  ['2026-10-31T16:00:00Z', false, 1],
  ['2026-12-31T15:00:00Z', false, 1],
  ['2026-11-15T00:00:00Z', true, 0],
])('at %s, with next year loaded: %s, the administrators get %i alarm', async (now, loaded, count) => {
  await putPerson(db, 'admin', { roles: [['administrator', 'federation']] })
  await putPerson(db, 'chair', { roles: [['chair', 'federation']] })
  if (loaded) {
    await db
      .insert(calendarYears)
      .values({ year: 2027, daysOff: ['01-01'], daysWorked: [], updatedAt: lastWeek })
  }
  const { bindings } = workerEnv()
  await runJob(hourly, bindings, new Date(now))
  await runJob(hourly, bindings, new Date(Date.parse(now) + 1))
  const alarms = await db.select().from(deliveries)
  expect(alarms.map((row) => row.recipient)).toEqual(count ? ['admin@example.org'] : [])
})
