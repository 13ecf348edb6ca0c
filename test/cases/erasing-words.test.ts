import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { archive } from '../../src/cases/clock/retention.ts'
import { historyForStaff, historyForWorker } from '../../src/cases/history.ts'
import { rewrap } from '../../src/cases/keys/rewrapping.ts'
import { lookAtIdentity, performAs, performAsWorker } from '../../src/cases/performing.ts'
import type { Encrypted } from '../../src/db/columns.ts'
import { messages } from '../../src/db/tables/cases.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { caseKeys } from '../../src/db/tables/keys.ts'
import { identities, submissions } from '../../src/db/tables/submissions.ts'
import { cipherOf } from '../../src/encryption/case-cipher.ts'
import { draftOf, keepDraft } from '../../src/keeping/drafts.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { townAnew } from '../support/town/anew.ts'
import { days } from '../support/town/times.ts'
import { type Held, succeeded, type Town } from '../support/town/town.ts'

const files = filesIn(env.FILES)
const forgetRefusal = () => files.remove('keys/plain-refused')

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})
afterEach(forgetRefusal)

/** A case in hand, on which both sides have said something of every kind. */
async function talkedOver(): Promise<Held> {
  const held = await here.given('investigating')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'I have the pay slips.', key: '1' }))
  succeeded(await here.does('handler', held, 'write', { body: 'Please bring them.', key: '2' }))
  succeeded(await here.workerDoes(held, 'correct', { reason: 'It was August.' }))
  succeeded(await here.does('handler', held, 'note', { reason: 'The cashier is away.' }))
  return held
}

const erase = (held: Held) => here.workerDoes(held, 'erase_words')

const ledgerOf = ({ number }: Held) =>
  here.db
    .select({ what: deletions.what, why: deletions.why, count: deletions.count })
    .from(deletions)
    .where(eq(deletions.caseNumber, number))

async function keyOf({ id }: Held) {
  const [kept] = await here.db.select().from(caseKeys).where(eq(caseKeys.caseId, id))
  if (!kept) throw new Error('The case has no key')
  return kept
}

/** The scene, in which something happens just before the next batch is written, or just after. */
const justBefore = (happens: () => Promise<unknown>) => interrupted('before', happens)
const justAfter = (happens: () => Promise<unknown>) => interrupted('after', happens)

function interrupted(when: 'before' | 'after', happens: () => Promise<unknown>) {
  let isOver = false
  const { batch } = here.db
  const db = new Proxy(here.db, {
    get(target, key) {
      if (key !== 'batch') return Reflect.get(target, key)
      return async (...statements: Parameters<typeof batch>) => {
        const isNow = !isOver
        isOver = true
        if (isNow && when === 'before') await happens()
        const results = await target.batch(...statements)
        if (isNow && when === 'after') await happens()
        return results
      }
    },
  })
  return { ...here.scene, db }
}

test('a worker has what he wrote deleted: answers, the thread, the words of his acts; each is written down', async () => {
  const held = await talkedOver()
  succeeded(await erase(held))
  const subject = await here.asWorker(held)
  expect(subject.submission).toMatchObject({ answers: {}, erasedAt: here.scene.now })
  expect(await here.db.$count(messages, eq(messages.caseId, held.id))).toBe(0)
  const history = await historyForWorker(here.scene, subject)
  expect(history.every((entry) => entry.kind === 'event')).toBe(true)
  expect(history).toContainEqual(expect.objectContaining({ action: 'correct', reason: null }))
  expect(history.at(-1)).toMatchObject({ action: 'erase_words', actor: 'worker' })
  expect(await ledgerOf(held)).toEqual([
    { what: 'answers', why: 'asked_by_worker', count: 1 },
    { what: 'messages', why: 'asked_by_worker', count: 2 },
    { what: 'reasons', why: 'asked_by_worker', count: 1 },
  ])
})

test('what the union wrote for its work stays, with category, dates, state and his name', async () => {
  const held = await talkedOver()
  const before = await here.caseOf(held)
  succeeded(await erase(held))
  expect(await here.caseOf(held)).toEqual({ ...before, readBy: null })
  const staff = await historyForStaff(here.scene, await here.load('handler', held))
  expect(staff).toContainEqual(expect.objectContaining({ action: 'note', reason: 'The cashier is away.' }))
  expect(await here.look('handler', held, { reason: 'To call her.' })).toMatchObject({
    ok: true,
    details: { worker_name: 'Li Na' },
  })
  await here.goOn(held, 'investigating', 'replied')
  expect((await here.asWorker(held)).reply?.body).toBe('The wages are paid.')
})

test('what nobody has read is not owed to be read any more', async () => {
  const held = await here.given('investigating')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Are you there?', key: 'a' }))
  expect((await here.caseOf(held)).readBy).not.toBeNull()
  succeeded(await erase(held))
  expect((await here.caseOf(held)).readBy).toBeNull()
})

test('a second tap is the first one, two at once are one, and what he writes later can go as well', async () => {
  const held = await talkedOver()
  const subject = await here.asWorker(held)
  const taps = [1, 2].map(() => performAsWorker(here.scene, subject, 'erase_words'))
  for (const outcome of await Promise.all(taps)) succeeded(outcome)
  succeeded(await erase(held))
  const erasures = async () =>
    (await here.historyOf(held)).filter(({ action }) => action === 'erase_words').length
  expect(await erasures()).toBe(1)
  expect(await ledgerOf(held)).toHaveLength(3)
  const later = here.at(here.scene.now.getTime() + 3_600_000)
  succeeded(await later.workerDoes(held, 'write_to_union', { body: 'One more thing.', key: 'b' }))
  succeeded(await later.workerDoes(held, 'erase_words'))
  expect(await erasures()).toBe(2)
  expect((await ledgerOf(held)).slice(3)).toEqual([{ what: 'messages', why: 'asked_by_worker', count: 1 }])
})

test('what he writes a moment after it can go as well, and so can a name that he gives again', async () => {
  const held = await talkedOver()
  succeeded(await erase(held))
  succeeded(await here.workerDoes(held, 'erase_identity'))
  const soon = here.at(here.scene.now.getTime() + 3 * 60_000)
  succeeded(await soon.workerDoes(held, 'write_to_union', { body: 'One more thing.', key: 'b' }))
  const details = { worker_name: 'Li Na' }
  succeeded(await soon.workerDoes(held, 'correct', { reason: 'My name.', details }))
  for (const action of ['erase_words', 'erase_identity'] as const)
    expect(await soon.workerDoes(held, action)).toEqual({ ok: true })
  expect(await here.db.$count(messages, eq(messages.caseId, held.id))).toBe(0)
  expect(await here.db.$count(identities, eq(identities.caseId, held.id))).toBe(0)
})

test.each(['erase_words', 'erase_identity'] as const)(
  'that %s was asked a moment ago does not say that nothing is left',
  async (action) => {
    const held = await talkedOver()
    succeeded(await here.workerDoes(held, action))
    succeeded(await here.workerDoes(held, 'correct', { reason: 'Again.', details: { worker_name: 'Li Na' } }))
    const subject = await here.asWorker(held)
    const note = () => here.does('handler', held, 'note', { reason: 'She rang.' })
    const conflict = { ok: false, why: 'conflict' }
    expect(await performAsWorker(justBefore(note), subject, action)).toEqual(conflict)
    const correct = () =>
      here.workerDoes(held, 'correct', { reason: 'Once more.', details: { worker_name: 'Na Li' } })
    succeeded(await correct())
    expect(await performAsWorker(here.scene, subject, action)).toEqual(conflict)
  },
)

test('a tap whose case got another key between its readings is the second one', async () => {
  const held = await talkedOver()
  const subject = await here.asWorker(held)
  succeeded(await erase(held))
  succeeded(await here.does('handler', held, 'note', { reason: 'She rang.' }))
  expect(await performAsWorker(here.scene, subject, 'erase_words')).toEqual({ ok: true, again: true })
  const sealing = await here.asWorker(held)
  succeeded(await here.workerDoes(held, 'seal_identity', { receipt: held.receipt }))
  const again = { receipt: held.receipt, turn: sealing.case.turn }
  expect(await performAsWorker(here.scene, sealing, 'seal_identity', again)).toEqual({
    ok: true,
    again: true,
  })
})

test('a look that meets another key shows nothing and leaves no event; one that left its event shows it', async () => {
  const held = await talkedOver()
  const subject = await here.load('handler', held)
  const look = (on: typeof here.scene) =>
    lookAtIdentity(on, here.people.handler, subject, { reason: 'To call her.' })
  expect(await look(justBefore(() => erase(held)))).toEqual({ ok: false, why: 'conflict' })
  expect((await here.historyOf(held)).map(({ action }) => action)).not.toContain('look_at_identity')
  const again = await here.load('handler', held)
  const scene = justAfter(() => here.workerDoes(held, 'erase_identity'))
  const looked = await lookAtIdentity(scene, here.people.handler, again, { reason: 'To call her.' })
  expect(looked).toMatchObject({ ok: true, details: { worker_name: 'Li Na' } })
})

test('who is entitled to a day by an answer that is gone is not told another one', async () => {
  const held = await here.file({ category: 'injury', happenedOn: '2026-03-01' })
  expect((await here.caseOf(held)).limitationAt).not.toBeNull()
  succeeded(await erase(held))
  expect((await here.caseOf(held)).limitationAt).toBeNull()
  succeeded(await here.does('officer', held, 'accept'))
  expect((await here.caseOf(held)).limitationAt).toBeNull()
})

test('when it is archived, what was deleted before is not counted again', async () => {
  const held = await here.given('closed')
  succeeded(await erase(held))
  await archive(here.at('2030-01-01T09:00:00+08:00').scene)
  const kinds = (await ledgerOf(held)).filter(({ why }) => why === 'retention').map(({ what }) => what)
  expect(kinds).toContain('replies')
  expect(kinds).not.toContain('answers')
})

test.each(['erase_words', 'erase_identity'] as const)(
  'after %s the case has another key, and a month later no backup opens what was deleted',
  async (action) => {
    const held = await talkedOver()
    const kept = await keyOf(held)
    const [answers] = await here.db.select().from(submissions).where(eq(submissions.id, held.id))
    const [named] = await here.db.select().from(identities).where(eq(identities.caseId, held.id))
    if (!answers || !named) throw new Error('Nothing was filed')
    succeeded(await here.workerDoes(held, action))
    expect((await keyOf(held)).id).not.toBe(kept.id)
    const fromBackup = () => {
      const cipher = cipherOf(here.scene.keys, { id: held.id }, kept, here.scene.now)
      return action === 'erase_words'
        ? cipher.decrypt(submissions.answers, held.id, answers.answers)
        : cipher.decrypt(identities.details, held.id, named.details)
    }
    expect(await fromBackup()).toMatch(/wages|Li Na/)

    for (const hours of [0, 1, 2]) {
      const { scene } = here.at(days(14).getTime() + hours * 3_600_000)
      while ((await rewrap(scene)).more);
    }
    await expect(fromBackup()).rejects.toMatchObject({ name: 'Unreadable', why: 'no_salt' })
    const staff = await historyForStaff(here.scene, await here.at(days(15)).load('handler', held))
    expect(staff).toContainEqual(expect.objectContaining({ action: 'note', reason: 'The cashier is away.' }))
  },
)

test('details that are corrected are gone with the key of before', async () => {
  const held = await talkedOver()
  const kept = await keyOf(held)
  const details = { worker_name: 'Li Na', worker_phone: '13911111111' }
  succeeded(await here.workerDoes(held, 'correct', { reason: 'A new number.', details }))
  expect((await keyOf(held)).id).not.toBe(kept.id)
  expect(await here.look('handler', held, { reason: 'To call her.' })).toMatchObject({ ok: true, details })
  const history = await historyForWorker(here.scene, await here.asWorker(held))
  expect(history).toContainEqual(expect.objectContaining({ body: 'I have the pay slips.' }))
})

test('words that come with the key of before fall with their batch, and are said again under the new one', async () => {
  const held = await talkedOver()
  const subject = await here.load('handler', held)
  const scene = justBefore(() => erase(held))
  const say = (on: typeof scene, it: typeof subject) =>
    performAs(on, here.people.handler, it, 'write', { body: 'The company pays.', key: '3' })
  expect(await say(scene, subject)).toEqual({ ok: false, why: 'conflict' })
  expect(await here.db.$count(messages, eq(messages.caseId, held.id))).toBe(0)
  succeeded(await say(here.scene, await here.load('handler', held)))
  const history = await historyForWorker(here.scene, await here.asWorker(held))
  expect(history).toContainEqual(expect.objectContaining({ body: 'The company pays.' }))
})

test('of words that come just before it is deleted none is left that nobody can read', async () => {
  const held = await talkedOver()
  const subject = await here.asWorker(held)
  const scene = justBefore(() => here.does('handler', held, 'note', { reason: 'She rang.' }))
  expect(await performAsWorker(scene, subject, 'erase_words')).toEqual({ ok: false, why: 'conflict' })
  succeeded(await erase(held))
  const staff = await historyForStaff(here.scene, await here.load('handler', held))
  expect(staff).toContainEqual(expect.objectContaining({ action: 'note', reason: 'She rang.' }))
})

test('a draft that is kept while it is deleted is kept all the same', async () => {
  const held = await talkedOver()
  const { cipher } = await here.load('handler', held)
  const of = { staffId: 'handler', caseId: held.id, cipher }
  await keepDraft(here.scene, of, { 'note-reason': 'Ask the' })
  succeeded(await erase(held))
  await keepDraft(here.scene, of, { 'note-reason': 'Ask the cashier.' })
  const now = await here.load('handler', held)
  expect((await draftOf(here.db, { ...of, cipher: now.cipher }))?.left()).toEqual(['Ask the cashier.'])
})

test('emptiness that somebody else puts there is refused, and so is what was deleted put back', async () => {
  const held = await talkedOver()
  await here.scene.keys.refusePlain()
  const [before] = await here.db.select().from(submissions).where(eq(submissions.id, held.id))
  if (!before) throw new Error('Nothing was filed')
  const put = (answers: Encrypted) =>
    here.db.update(submissions).set({ answers }).where(eq(submissions.id, held.id))
  await put('{}' as unknown as Encrypted)
  await expect(here.asWorker(held)).rejects.toMatchObject({ name: 'Unreadable', why: 'plain' })
  await put(before.answers)
  succeeded(await erase(held))
  await put('{}' as unknown as Encrypted)
  await expect(here.asWorker(held)).rejects.toMatchObject({ name: 'Unreadable', why: 'plain' })
  await put(before.answers)
  await expect(here.asWorker(held)).rejects.toMatchObject({ name: 'Unreadable', why: 'other_key' })
})
