import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { note } from '../../src/cases/handling.ts'
import { historyForWorker } from '../../src/cases/history.ts'
import { detailsOf, look } from '../../src/cases/identities.ts'
import { readByStaff, writeToUnion, writeToWorker } from '../../src/cases/messages.ts'
import { myData } from '../../src/cases/mydata.ts'
import { lapse } from '../../src/cases/watching.ts'
import { confirmWithdrawal } from '../../src/cases/withdrawing.ts'
import { deletions, messages, ratings, replies, submissions } from '../../src/db/tables/cases.ts'
import { storyTo } from '../support/story.ts'
import { type Held, type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(env.DB)
})

const afterYears = '2029-12-03T09:00:00+08:00'

/** A case in which everybody wrote something that tells of Li Na, taken to its end. */
async function told(): Promise<Held & { number: number }> {
  const held = await here.fileCase({ answers: { category: 'wages', what: 'I am Li Na of the dye house.' } })
  await here.advance(held, 'investigating')
  const { handler } = here.people
  await writeToUnion(here.scene, await here.asWorker(held), { body: 'Ask Li Na’s foreman.', key: 'a' })
  await readByStaff(here.scene, handler, await here.load('handler', held.id))
  await writeToWorker(here.scene, handler, await here.load('handler', held.id), { body: 'Li Na!', key: 'b' })
  await note(here.scene, handler, await here.load('handler', held.id), { reason: 'Li Na is thirty.' })
  await look(here.scene, handler, await here.load('handler', held.id), { reason: 'To call Li Na.' })
  return held
}

/** The story goes on from where `told` left it. */
async function close(held: Held) {
  for (const act of storyTo('closed').slice(storyTo('investigating').length)) await act(here, held)
}

test('what people wrote goes after the time of keeping, and of each kind it is written down', async () => {
  const held = await told()
  const kept = await here.fileCase()
  await here.advance(kept, 'investigating')
  await close(held)
  await lapse(here.at(afterYears).scene)

  const ofCase = await here.db.batch([
    here.db.select().from(submissions).where(eq(submissions.id, held.id)),
    here.db.select().from(messages).where(eq(messages.caseId, held.id)),
    here.db.select().from(replies).where(eq(replies.caseId, held.id)),
  ])
  const [[submission], thread, [reply]] = ofCase
  expect(submission?.answers).toEqual({})
  expect(thread).toEqual([])
  expect(reply).toMatchObject({ body: '', outcome: 'supported' })
  expect(JSON.stringify([await here.events(held.id), ofCase, await here.row(held.id)])).not.toContain('Li Na')
  expect(await detailsOf(here.scene, held.id)).toBeNull()

  const ledger = await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))
  expect(ledger.map(({ what, why, at }) => [what, why, at]).toSorted()).toEqual(
    ['answers', 'identity', 'messages', 'reasons', 'replies'].map((what) => [
      what,
      'retention',
      new Date(afterYears),
    ]),
  )
  const other = await here.db.select().from(submissions).where(eq(submissions.id, kept.id))
  expect(other[0]?.answers).toEqual({ category: 'wages', what: 'No wages since July.' })
  expect(await detailsOf(here.scene, kept.id)).not.toBeNull()
})

test('what was done stays: category, dates, acts by role, the rating', async () => {
  const held = await told()
  await close(held)
  const before = await here.row(held.id)
  await lapse(here.at(afterYears).scene)
  const { category, createdAt, closedAt, acceptedAt } = before
  expect(await here.row(held.id)).toMatchObject({
    state: 'archived',
    closingLabel: 'solved',
    category,
    createdAt,
    closedAt,
    acceptedAt,
  })
  const history = await historyForWorker(here.db, held.id)
  expect(history.map((entry) => (entry.kind === 'event' ? entry.action : entry.kind))).toEqual(
    expect.arrayContaining(['file', 'accept', 'look_at_identity', 'sign', 'reply', 'rate_solved', 'archive']),
  )
  expect(await here.db.select().from(ratings).where(eq(ratings.caseId, held.id))).toMatchObject([
    { solved: 'solved', satisfied: 'satisfied' },
  ])
})

test('why supervision began by itself is no word of a person, and stays', async () => {
  const held = await here.fileCase()
  await here.advance(held, 'reopened')
  await here.advance(held, 'withdrawn')
  const subject = await here.load('head', held.id)
  const step = { turn: subject.case.turn, reason: 'She told me.' }
  await confirmWithdrawal(here.scene, here.people.head, subject, step)
  await lapse(here.at(afterYears).scene)
  expect((await here.row(held.id)).state).toBe('archived')
  expect((await here.events(held.id)).filter(({ reason }) => reason !== null)).toMatchObject([
    { action: 'supervise', reason: 'again' },
  ])
})

test('what was not there leaves no row: an anonymous worker who never wrote again', async () => {
  const held = await here.fileCase({ anonymous: true, identity: {} })
  await here.advance(held, 'closed')
  await lapse(here.at(afterYears).scene)
  const ledger = await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))
  expect(ledger.map(({ what }) => what).toSorted()).toEqual(['answers', 'reasons', 'replies'])
})

test('the worker’s own file says since when his words are gone', async () => {
  const held = await told()
  const data = async () => myData(here.scene, await here.asWorker(held))
  expect((await data()).textsDeletedAt).toBeNull()
  await close(held)
  await lapse(here.at(afterYears).scene)
  expect(await data()).toMatchObject({
    textsDeletedAt: new Date(afterYears).toISOString(),
    answers: {},
    identity: null,
  })
})
