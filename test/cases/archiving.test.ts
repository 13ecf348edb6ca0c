import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { archive } from '../../src/cases/clock/retention.ts'
import { historyForWorker } from '../../src/cases/history.ts'
import { myData } from '../../src/cases/mydata.ts'
import { lookAtIdentity, performAs, performAsWorker } from '../../src/cases/performing.ts'
import { readByStaff } from '../../src/cases/reading.ts'
import { detailsOf } from '../../src/cases/vault.ts'
import { messages } from '../../src/db/tables/cases.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { ratings, replies } from '../../src/db/tables/grievances.ts'
import { submissions } from '../../src/db/tables/submissions.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const afterYears = '2029-12-03T09:00:00+08:00'

/** A case in which everybody wrote something that tells of Li Na, taken to its end. */
async function told(): Promise<Held> {
  const held = await here.file({ answers: { matter: 'wages', story: 'I am Li Na of the dye house.' } })
  await here.reach(held, 'investigating')
  const { handler } = here.people
  await performAsWorker(here.scene, await here.asWorker(held), 'write_to_union', {
    body: 'Ask Li Na’s foreman.',
    key: 'a',
  })
  await readByStaff(here.scene, handler, await here.load('handler', held))
  await performAs(here.scene, handler, await here.load('handler', held), 'write', {
    body: 'Li Na!',
    key: 'b',
  })
  await performAs(here.scene, handler, await here.load('handler', held), 'note', {
    reason: 'Li Na is thirty.',
  })
  await lookAtIdentity(here.scene, handler, await here.load('handler', held), { reason: 'To call Li Na.' })
  return held
}

/** The story goes on from where `told` left it. */
async function close(held: Held) {
  await here.goOn(held, 'investigating', 'closed')
}

test('an entry of the register that is done goes after the same time', async () => {
  const entry = await here.file({ process: 'register', answers: { story: 'I am Li Na of the dye house.' } })
  succeeded(await here.does('officer', entry, 'see'))
  succeeded(await here.does('officer', entry, 'finish', { reason: 'Li Na was called.' }))
  await archive(here.at(afterYears).scene)
  expect((await here.caseOf(entry)).state).toBe('archived')
  const [kept] = await here.db.select().from(submissions).where(eq(submissions.id, entry.id))
  expect(kept?.answers).toBe('{}')
  expect(await detailsOf(here.scene, await here.asWorker(entry))).toBeNull()
  expect(JSON.stringify(await here.historyOf(entry))).not.toContain('Li Na')
})

test('what people wrote goes after the time of keeping, and of each kind it is written down', async () => {
  const held = await told()
  const kept = await here.file()
  await here.reach(kept, 'investigating')
  await close(held)
  await archive(here.at(afterYears).scene)

  const ofCase = await here.db.batch([
    here.db.select().from(submissions).where(eq(submissions.id, held.id)),
    here.db.select().from(messages).where(eq(messages.caseId, held.id)),
    here.db.select().from(replies).where(eq(replies.caseId, held.id)),
  ])
  const [[submission], thread, [reply]] = ofCase
  expect(submission?.answers).toBe('{}')
  expect(thread).toEqual([])
  expect(reply).toMatchObject({ body: '', outcome: 'supported' })
  expect(JSON.stringify([await here.historyOf(held), ofCase, await here.caseOf(held)])).not.toContain('Li Na')
  expect(await detailsOf(here.scene, await here.asWorker(held))).toBeNull()

  const ledger = await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))
  expect(ledger.map(({ what, why, at }) => [what, why, at]).toSorted()).toEqual(
    ['answers', 'identity', 'messages', 'reasons', 'replies'].map((what) => [
      what,
      'retention',
      new Date(afterYears),
    ]),
  )
  const other = await here.asWorker(kept)
  expect(other.submission.answers).toEqual({ matter: 'wages', story: 'No wages since July.' })
  expect(await detailsOf(here.scene, await here.asWorker(kept))).not.toBeNull()
})

test('what was done stays: category, days, acts by role, the rating', async () => {
  const held = await told()
  await close(held)
  const { category } = await here.caseOf(held)
  await archive(here.at(afterYears).scene)
  const today = new Date('2026-09-21T00:00:00+08:00')
  expect(await here.caseOf(held)).toMatchObject({
    state: 'archived',
    closingLabel: 'solved',
    category,
    createdAt: today,
    closedAt: today,
    acceptedAt: today,
  })
  const history = await historyForWorker(here.scene, await here.asWorker(held))
  expect(history.map((entry) => (entry.kind === 'event' ? entry.action : entry.kind))).toEqual(
    expect.arrayContaining(['file', 'accept', 'look_at_identity', 'sign', 'reply', 'rate_solved', 'archive']),
  )
  expect(await here.db.select().from(ratings).where(eq(ratings.caseId, held.id))).toMatchObject([
    { solved: 'solved', satisfied: 'satisfied' },
  ])
})

test('why supervision began by itself is no word of a person, and stays', async () => {
  const held = await here.file()
  await here.reach(held, 'reopened')
  await here.reach(held, 'withdrawn')
  const subject = await here.load('head', held)
  const step = { turn: subject.case.turn, reason: 'She told me.' }
  await performAs(here.scene, here.people.head, subject, 'confirm_withdrawal', step)
  await archive(here.at(afterYears).scene)
  expect((await here.caseOf(held)).state).toBe('archived')
  expect((await here.historyOf(held)).filter(({ cause }) => cause !== null)).toMatchObject([
    { action: 'supervise', cause: 'again' },
  ])
})

test('what was not there leaves no row: an anonymous worker who never wrote again', async () => {
  const held = await here.file({ anonymous: true, identity: {} })
  await here.reach(held, 'closed')
  await archive(here.at(afterYears).scene)
  const ledger = await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))
  expect(ledger.map(({ what }) => what).toSorted()).toEqual(['answers', 'reasons', 'replies'])
})

test('the worker’s own file says since when his words are gone', async () => {
  const held = await told()
  const data = async () => myData(here.scene, await here.asWorker(held))
  expect((await data()).textsDeletedAt).toBeNull()
  await close(held)
  await archive(here.at(afterYears).scene)
  expect(await data()).toMatchObject({
    textsDeletedAt: '2029-12-03',
    answers: {},
    identity: null,
  })
})
