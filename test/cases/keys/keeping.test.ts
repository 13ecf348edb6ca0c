import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { historyForWorker } from '../../../src/cases/history.ts'
import { encryptOld } from '../../../src/cases/keys/encrypting-old.ts'
import { rewrap } from '../../../src/cases/keys/rewrapping.ts'
import { performAs } from '../../../src/cases/performing.ts'
import type { Encrypted } from '../../../src/db/columns.ts'
import { caseEvents, messages } from '../../../src/db/tables/cases.ts'
import { replies } from '../../../src/db/tables/grievances.ts'
import { caseKeys } from '../../../src/db/tables/keys.ts'
import { identities, submissions } from '../../../src/db/tables/submissions.ts'
import { keepDraft } from '../../../src/keeping/drafts.ts'
import { filesIn } from '../../../src/platform/r2-files.ts'
import { urls } from '../../../src/urls.ts'
import { townAnew } from '../../support/town/anew.ts'
import { at, clock, read } from '../../support/town/pages.ts'
import { days } from '../../support/town/times.ts'
import { type Held, succeeded, type Town } from '../../support/town/town.ts'

const files = filesIn(env.FILES)
const forgetRefusal = () => files.remove('keys/plain-refused')

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
  await forgetRefusal()
})
afterEach(forgetRefusal)

/** A case as it lay there before anything was encrypted. */
async function old(): Promise<Held> {
  const held = await here.file()
  await here.reach(held, 'replied')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Thank you.', key: 'k' }))
  const subject = await here.asWorker(held)
  const history = await here.historyOf(held)
  const said = (await historyForWorker(here.scene, subject)).filter((it) => it.kind === 'message')
  const plain = (text: string) => text as unknown as Encrypted
  await here.db.update(submissions).set({ answers: plain(JSON.stringify(subject.submission.answers)) })
  await here.db.update(identities).set({ details: plain('{"worker_name":"Li Na"}') })
  for (const { id, body } of said)
    await here.db
      .update(messages)
      .set({ body: plain(body) })
      .where(eq(messages.id, id))
  await here.db.update(replies).set({ body: plain('The wages are paid.') })
  for (const { seq, reason } of history)
    if (reason)
      await here.db
        .update(caseEvents)
        .set({ id: null, reasonDigest: null, reason: plain(reason) })
        .where(and(eq(caseEvents.caseId, held.id), eq(caseEvents.seq, seq)))
  await here.db.delete(caseKeys)
  return held
}

/** Runs a job as the clock and the queue do: at once as long as there is more, and in the hours after. */
async function untilDone(job: typeof encryptOld, from = here.scene.now): Promise<number> {
  let runs = 0
  for (let hour = 0; hour < 4; hour++) {
    const { scene } = here.at(from.getTime() + hour * 3_600_000)
    while ((await job(scene)).more && runs < 100) runs += 1
  }
  return runs
}

async function dump(): Promise<string> {
  const all = await here.db.batch([
    here.db.select().from(submissions),
    here.db.select().from(identities),
    here.db.select().from(messages),
    here.db.select().from(replies),
    here.db.select({ reason: caseEvents.reason }).from(caseEvents),
  ])
  return JSON.stringify(all)
}

test('old cases are read before they are encrypted, and say the same afterwards', async () => {
  const held = await old()
  const read = async () => {
    const subject = await here.asWorker(held)
    return [subject.submission.answers, await historyForWorker(here.scene, subject)]
  }
  const before = await read()
  expect(await dump()).toMatch(/No wages since July/)
  await untilDone(encryptOld)
  expect(await dump()).not.toMatch(/No wages|Li Na|Thank you|The wages are paid/)
  expect(await read()).toEqual(before)
  expect((await here.historyOf(held)).every(({ reason, id }) => !reason || id)).toBe(true)
})

test('it goes on where it was killed, and run again does nothing', async () => {
  for (let n = 0; n < 30; n++) await here.file()
  const held = await old()
  expect((await encryptOld(here.scene)).more).toBe(true)
  expect((await here.asWorker(held)).submission.answers).toMatchObject({ story: 'No wages since July.' })
  expect(await untilDone(encryptOld)).toBeGreaterThan(0)
  const after = await dump()
  expect(await encryptOld(here.scene)).toEqual({ more: false })
  expect(await dump()).toBe(after)
})

test('the office shows how many are left, until none is', async () => {
  clock.now = here.scene.now
  for (let n = 0; n < 30; n++) await here.file()
  const office = async () => read(await (await (await at('administrator')).get(urls.office)).text())
  expect(await office()).toContain('还剩 30 件')
  await encryptOld(here.scene)
  expect(await office()).toContain('还剩 10 件')
  await untilDone(encryptOld)
  expect(await office()).not.toContain('还剩')
})

test('of two who write the first words of an old case at once, both are told the truth and nothing is lost', async () => {
  const held = await old()
  const [one, other] = [await here.load('handler', held), await here.load('head', held)]
  const note = (who: 'handler' | 'head', subject: typeof one, reason: string) =>
    performAs(here.scene, here.people[who], subject, 'note', { turn: subject.case.turn, reason })
  const outcomes = await Promise.all([note('handler', one, 'I rang her.'), note('head', other, 'Ring her.')])
  expect(outcomes).toContainEqual({ ok: true })
  for (const [at, outcome] of outcomes.entries())
    if (!outcome.ok) {
      expect(outcome).toEqual({ ok: false, why: 'conflict' })
      succeeded(await here.does(at === 0 ? 'handler' : 'head', held, 'note', { reason: 'Again.' }))
    }
  const said = (await here.historyOf(held)).filter(({ action }) => action === 'note')
  expect(said).toHaveLength(2)
  expect(await here.db.$count(caseKeys)).toBe(1)
  // The same cipher twice: its key is there already.
  await keepDraft(here.scene, { staffId: 'handler', caseId: held.id, cipher: one.cipher }, { a: 'b' })
})

test('once all is encrypted, words that lie there in the open are refused', async () => {
  const held = await here.file()
  await untilDone(encryptOld)
  await here.db.update(submissions).set({ answers: '{"story":"He is a liar."}' as unknown as Encrypted })
  await expect(here.asWorker(held)).rejects.toMatchObject({ name: 'Unreadable', why: 'plain' })
})

test('a month later the keys of the living are wrapped anew, and a backup does not open what was deleted', async () => {
  const [held, gone] = [await here.file(), await here.file()]
  const [kept] = await here.db.select().from(caseKeys).where(eq(caseKeys.caseId, gone.id))
  if (!kept) throw new Error('The case has no key')
  await here.db.delete(caseKeys).where(eq(caseKeys.caseId, gone.id))
  const next = here.at(days(14))
  expect(await here.scene.keys.current(next.scene.now)).not.toBe(kept.wrappedBy)
  await untilDone(rewrap, next.scene.now)
  expect((await next.asWorker(held)).submission.answers).toMatchObject({ story: 'No wages since July.' })
  // Yesterday's row, with today's secrets and salts.
  await here.db.insert(caseKeys).values(kept)
  await expect(next.asWorker(gone)).rejects.toMatchObject({ name: 'Unreadable', why: 'no_salt' })
  expect(await rewrap(next.scene)).toEqual({ more: false })
})

/** What unwraps the keys of months. */
const saltsNow = () => files.list('keys/salts/')

test('while one key does not open, no salt is destroyed; mended, it is wrapped anew with the others', async () => {
  const [held, other] = [await here.file(), await here.file()]
  const [kept] = await here.db.select().from(caseKeys).where(eq(caseKeys.caseId, held.id))
  if (!kept) throw new Error('The case has no key')
  const set = (wrappedBy: string) =>
    here.db.update(caseKeys).set({ wrappedBy }).where(eq(caseKeys.caseId, held.id))
  await set(kept.wrappedBy.replace(/^[^.]+/, '00000000'))
  const salts = await saltsNow()
  const next = here.at(days(14))
  await untilDone(rewrap, next.scene.now)
  expect(await saltsNow()).toEqual(expect.arrayContaining(salts))
  expect((await here.notices()).filter(({ kind }) => kind === 'alarm')).toMatchObject([
    { caseId: held.id, data: { why: 'unreadable' } },
  ])
  expect((await next.asWorker(other)).submission.answers).toMatchObject({ matter: 'wages' })

  await set(kept.wrappedBy)
  await untilDone(rewrap, days(15))
  const ofSeptember = (name: string) => name.includes('2026-09')
  expect(salts.some(ofSeptember)).toBe(true)
  expect((await saltsNow()).some(ofSeptember)).toBe(false)
  for (const it of [held, other])
    expect((await here.at(days(16)).asWorker(it)).submission.answers).toMatchObject({ matter: 'wages' })
})

test('a run that comes late destroys nothing of a later month, and wraps nothing by what is destroyed', async () => {
  const held = await here.file()
  const next = here.at(days(14))
  await untilDone(rewrap, next.scene.now)
  const salts = await saltsNow()
  await here.scene.keys.forgetMonths(here.scene.now)
  expect(await rewrap(here.at(days(7)).scene)).toEqual({ more: false })
  expect(await saltsNow()).toEqual(salts)
  expect((await next.asWorker(held)).submission.answers).toMatchObject({ matter: 'wages' })
})

test('a key that was made while the others were wrapped is not lost by it', async () => {
  await here.file()
  const next = here.at(days(14))
  while ((await rewrap(next.scene)).more);
  // Begun before the month was over, and written after the last one was reached.
  const late = await here.file()
  await untilDone(rewrap, new Date(next.scene.now.getTime() + 3_600_000))
  expect((await next.asWorker(late)).submission.answers).toMatchObject({ matter: 'wages' })
})

test('an old case whose key does not open stops none of the others, and keeps words from being refused', async () => {
  const [broken, other] = [await here.file(), await old()]
  await here.db.delete(caseKeys)
  const { kept } = await here.scene.keys.make(broken.id, here.scene.now)
  await here.db.insert(caseKeys).values({ ...kept, wrapped: kept.wrapped.slice(4) })
  await here.db
    .update(submissions)
    .set({ answers: '{"story":"Old."}' as unknown as Encrypted })
    .where(eq(submissions.id, broken.id))
  await untilDone(encryptOld)
  expect((await here.asWorker(other)).submission.answers).toMatchObject({ story: 'No wages since July.' })
  expect(await files.read('keys/plain-refused')).toBeNull()
  expect((await here.notices()).some(({ kind }) => kind === 'alarm')).toBe(true)
})

test('what an older version kept among the words of people is a cause again', async () => {
  const held = await here.file()
  await here.db.insert(caseEvents).values({
    ...{ caseId: held.id, seq: 9, at: here.scene.now, action: 'supervise', actor: 'clock' },
    reason: 'silence' as unknown as Encrypted,
  })
  await untilDone(encryptOld)
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ reason: null, cause: 'silence' })
})
