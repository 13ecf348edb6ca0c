import { env } from 'cloudflare:workers'
import { and, eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import type { Encrypted } from '../../src/db/columns.ts'
import { caseEvents, cases, duties } from '../../src/db/tables/cases.ts'
import { publications } from '../../src/db/tables/figures.ts'
import { replies } from '../../src/db/tables/grievances.ts'
import { caseKeys, keyJobs } from '../../src/db/tables/keys.ts'
import { newsWays } from '../../src/db/tables/news.ts'
import { calendarYears } from '../../src/db/tables/orgs.ts'
import { dayHeads, eventLinks } from '../../src/db/tables/record.ts'
import { identities, submissions } from '../../src/db/tables/submissions.ts'
import { revoke } from '../../src/orgs/granting.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { receive } from '../../src/queue.ts'
import { runJob } from '../../src/schedule.ts'
import { followChanges } from '../../src/watch/following-changes.ts'
import { watch } from '../../src/watch/hourly.ts'
import { keepRecord } from '../../src/watch/keeping-record.ts'
import { keepKeys } from '../../src/watch/keys.ts'
import { moveOn } from '../../src/watch/moving-on.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { newBrowser } from '../support/push-browser.ts'
import { onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { formerOfficeOf } from '../support/town/office.ts'
import { succeeded, type Town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'

/** A Monday in December: nobody loaded the holidays of the next year yet, and those of this year were corrected. */
const fullestHour = new Date('2026-12-07T01:00:00Z')
const corrected = new Date('2026-12-07T00:30:00Z')

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

/** All that may fall due in one hour, together. */
async function muchIsDue() {
  for (const month of ['2023-05', '2023-06', '2023-07', '2023-08'])
    await here.at(`${month}-08T01:00:00Z`).given('closed')
  await here.at('2023-08-08T01:00:00Z').given('done')
  const begun = here.at('2026-11-02T01:00:00Z')
  for (const danger of [false, true]) {
    await leftBehind(begun, danger)
    for (const state of ['needs_info', 'declined', 'replied'] as const) await begun.given(state, { danger })
    const unsolved = await begun.given('replied', { danger })
    const rating = { solved: 'not_solved', satisfied: 'not_satisfied' } as const
    succeeded(await begun.workerDoes(unsolved, 'rate_unsolved', rating))
  }
  // The answer to each of these falls in the next year.
  for (let number = 0; number < 25; number += 1) await here.at('2026-11-16T01:00:00Z').given('accepted')
  // Nobody may take this one.
  await here.at('2026-11-16T01:00:00Z').file({ category: 'mental', danger: false })
  for (let number = 0; number < 3; number += 1) await begun.given('investigating')
  await revoke(formerOfficeOf(here), here.people.handler, 'handler', 'township')
  await here.db
    .insert(calendarYears)
    .values({ year: 2026, daysOff: ['10-01'], daysWorked: [], updatedAt: corrected })
}

/** A case that the service had only just taken in when it stopped. */
async function leftBehind(then: Town, danger: boolean) {
  const { id } = await then.file({ danger })
  const before = { state: 'submitted', holderRole: null, holderOrgId: null } as const
  await here.db.update(cases).set(before).where(eq(cases.id, id))
}

/** A job of an isolate that knows nothing yet; answers by how many statements it ran. */
async function statementsOf(job: typeof moveOn | typeof keepKeys, at: Date): Promise<number> {
  forgetRules()
  const { counted, statements } = countingStatements(env.DB)
  await job({ ...workerEnv().bindings, ...onDatabase(counted) }, at)
  return statements()
}

/** What the clock did with cases, as often as it did it. */
async function moved(): Promise<Record<string, number>> {
  const events = await here.db.select().from(caseEvents).where(eq(caseEvents.actor, 'clock'))
  return Object.fromEntries(
    [...Map.groupBy(events, ({ action }) => action)].map(([it, all]) => [it, all.length]),
  )
}

/** The months that are published, in their order. */
async function published(): Promise<string[]> {
  const rows = await here.db.select().from(publications).where(isNotNull(publications.counts))
  return rows.map(({ period }) => period).sort()
}

test('the fullest hour fits in one invocation of the free plan, with something done of every kind', async () => {
  await muchIsDue()
  expect(await statementsOf(watch, fullestHour)).toBeLessThanOrEqual(50)
  expect(await moved()).toMatchObject({ lose_handler: 3, supervise: 33 })
  const [first, ...others] = await published()
  expect([first, others.length, others.at(-1)]).toEqual(['2023-05', 11, '2024-04'])
  const told = (await here.notices()).map(({ kind, event }) => `${kind} ${event}`)
  expect(told).toEqual(
    expect.arrayContaining(['overdue 2026-12-07', 'alarm nobody 2026-12-07', 'alarm calendar-2026-12']),
  )
})

test('moving on all that may wait for time fits in one as well', async () => {
  await muchIsDue()
  expect(await statementsOf(moveOn, fullestHour)).toBeLessThanOrEqual(50)
  expect(await moved()).toMatchObject({
    receive: 2,
    lapse_info: 2,
    lapse_objection: 2,
    lapse_rating: 2,
    hand_to_chair: 2,
    archive: 5,
  })
  const recounted = and(eq(duties.provisional, true), eq(duties.calendar, corrected.getTime()))
  expect(await here.db.$count(duties, recounted)).toBe(28)
})

/** Cases that are older than the keys of cases. */
async function olderThanKeys() {
  const written = 'As it was written.' as unknown as Encrypted
  await here.db.update(submissions).set({ answers: '{"a":"b"}' as unknown as Encrypted })
  await here.db.update(replies).set({ body: written })
  await here.db.update(caseEvents).set({ reason: written })
  await here.db.delete(identities)
  await here.db.delete(caseKeys)
}

test('keeping the keys of cases fits in one, also of such as are older than their keys', async () => {
  for (let number = 0; number < 25; number += 1) await here.given('replied')
  await olderThanKeys()
  expect(await statementsOf(keepKeys, fullestHour)).toBeLessThanOrEqual(50)
  expect(await here.db.$count(caseKeys)).toBe(20)
})

test('telling workers of news fits in one, whatever comes of it, and the keys of the same hour in another', async () => {
  for (let number = 0; number < 25; number += 1) await here.given('replied')
  await olderThanKeys()
  for (let number = 0; number < 5; number += 1) await askedByBoth(here)
  const { bindings, wakes } = workerEnv()
  // Mail is refused, and no browser is known any more: of all that may come of it, the most to write down.
  const post = () => Promise.reject(new Error('no such mailbox'))
  const failing = { post, push: async () => 410, wake: bindings.wake }
  const hour = (platform: typeof bindings, at: Date) => runJob('50 * * * *', { ...platform, ...failing }, at)
  expect(await statementsOf(hour, fullestHour)).toBeLessThanOrEqual(50)
  expect(await here.db.$count(newsWays)).toBe(6)
  expect(wakes).toEqual([{ kind: 'keys' }, { kind: 'answer_files' }, { kind: 'news' }])

  const message = { body: { kind: 'keys' }, retry: () => undefined }
  const woken = (platform: typeof bindings, at: Date) => receive({ messages: [message] }, platform, at)
  expect(await statementsOf(woken, fullestHour)).toBeLessThanOrEqual(50)
  expect(await here.db.$count(caseKeys)).toBeGreaterThanOrEqual(20)
})

/** A case of whose news a worker wants to be told by mail and by his browser, and there is some. */
async function askedByBoth({ scene, file, asWorker, does }: Town) {
  const held = await file()
  const { subscription } = await newBrowser('https://fcm.googleapis.com/fcm/send/abc')
  const ways = [
    { kind: 'mail', target: 'li.na@example.com' },
    { kind: 'push', target: JSON.stringify(subscription) },
  ] as const
  for (const way of ways) expect(await askForNews(scene, await asWorker(held), way)).toEqual({ ok: true })
  succeeded(await does('officer', held, 'accept'))
}

test('keeping the record fits in one as well, after days that nobody closed', async () => {
  for (let number = 0; number < 25; number += 1) await here.given('replied')
  await muchIsDue()
  for (const ago of [5, 5, 4]) {
    const then = new Date(fullestHour.getTime() - ago * 86_400_000)
    expect(await statementsOf(followChanges, then)).toBeLessThanOrEqual(50)
    await keepRecord(workerEnv().bindings, then)
  }
  await here.db.update(caseEvents).set({ action: 'decline' }).where(eq(caseEvents.seq, 1))
  await here.db.update(eventLinks).set({ hash: '0' }).where(eq(eventLinks.seq, 2))
  await here.db.delete(keyJobs)
  expect(await statementsOf(keepRecord, fullestHour)).toBeLessThanOrEqual(50)
  expect(await here.db.$count(dayHeads)).toBe(4)
  // What was left behind by hand was met on a day before.
  const alarms = (await here.notices()).filter(({ event }) => /^altered .*2026-12-07$/.test(event))
  expect(alarms).toHaveLength(2)
})

test('months that were missed are published in the next hours', async () => {
  await muchIsDue()
  for (let hours = 0; hours < 4; hours += 1)
    expect(
      await statementsOf(watch, new Date(fullestHour.getTime() + hours * 3_600_000)),
    ).toBeLessThanOrEqual(50)
  expect((await published()).at(-1)).toBe('2026-11')
})
