import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { performAs, performAsWorker } from '../../src/cases/performing.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let held: Held
beforeAll(async () => {
  here = await town(env.DB)
})

async function fresh() {
  held = await here.file()
  return here.load('officer', held)
}

test('of two people at once one wins, and the other is told of a conflict', async () => {
  const subject = await fresh()
  const { officer, countyOfficer } = here.people
  const outcomes = await Promise.all([
    performAs(here.scene, officer, subject, 'accept', { turn: 2, category: 'hours' }),
    performAs(here.scene, countyOfficer, subject, 'ask_info', { turn: 2, reason: 'Which months?' }),
  ])
  expect(outcomes.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([
    { ok: true },
    { ok: false, why: 'conflict' },
  ])
  const row = await here.caseOf(held)
  expect(row.turn).toBe(3)
  expect(row.category).toBe(row.state === 'accepted' ? 'hours' : 'wages')
  expect(await here.historyOf(held)).toHaveLength(3)
})

test('worker and union at once: one wins', async () => {
  const subject = await fresh()
  const asWorker = await here.asWorker(held)
  const outcomes = await Promise.all([
    performAsWorker(here.scene, asWorker, 'withdraw', {}),
    performAs(here.scene, here.people.officer, subject, 'accept', { turn: 2 }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await here.historyOf(held)).toHaveLength(3)
})

test('a page that shows an older turn is told of a conflict before anything is tried', async () => {
  const subject = await fresh()
  expect(await performAs(here.scene, here.people.officer, subject, 'accept', { turn: 1 })).toEqual({
    ok: false,
    why: 'conflict',
  })
})

test('two notes at once do not collide, nor with a move', async () => {
  const subject = await fresh()
  const { officer, countyOfficer } = here.people
  const outcomes = await Promise.all([
    performAs(here.scene, officer, subject, 'note', { reason: 'Called the works.' }),
    performAs(here.scene, countyOfficer, subject, 'note', { reason: 'Called the bureau.' }),
    performAs(here.scene, officer, subject, 'accept', { turn: 2 }),
  ])
  expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }])
  const events = await here.historyOf(held)
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
})

test('a required reason of blanks is missing, and nothing is written', async () => {
  const subject = await fresh()
  const outcome = await performAs(here.scene, here.people.officer, subject, 'propose_decline', {
    turn: 2,
    reason: ' \n ',
  })
  expect(outcome).toEqual({ ok: false, why: 'reason_missing' })
  expect(await here.historyOf(held)).toHaveLength(2)
})

test('what the workflow does not allow is refused, and nothing is written', async () => {
  const subject = await fresh()
  const outcome = await performAs(here.scene, here.people.officer, subject, 'dispatch', {
    turn: 2,
    handlerId: 'handler',
  })
  expect(outcome).toEqual({ ok: false, why: 'not_allowed' })
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', turn: 2, dispatches: 0 })
})

test('an event says who did it, in which role, and from where to where', async () => {
  const subject = await fresh()
  await performAs(here.scene, here.people.officer, subject, 'accept', { turn: 2, reason: 'Ours.' })
  expect((await here.historyOf(held)).at(-1)).toMatchObject({
    action: 'accept',
    actor: 'staff',
    staffId: 'officer',
    role: 'duty_officer',
    from: 'triage',
    to: 'accepted',
    reason: 'Ours.',
    reasonShown: true,
    turn: 3,
  })
})

test('what is taken back may be done again in the same words', async () => {
  await fresh()
  const reason = 'It goes wrong.'
  for (const action of ['supervise', 'lift_supervision', 'supervise'] as const)
    expect(await here.does('supervisor', held, action, { reason })).toEqual({ ok: true })
  expect((await here.caseOf(held)).supervisedAt).not.toBeNull()
})

test('two taps at once on an act without words are one', async () => {
  await fresh()
  const asWorker = await here.asWorker(held)
  await Promise.all([1, 2].map(() => performAsWorker(here.scene, asWorker, 'erase_identity', {})))
  expect((await here.historyOf(held)).filter(({ action }) => action === 'erase_identity')).toHaveLength(1)
  const { number } = await here.caseOf(held)
  const erased = await here.db.select().from(deletions).where(eq(deletions.caseNumber, number))
  expect(erased).toHaveLength(1)
})

test('whoever stands aside with an old page before him does not take the case from its handler', async () => {
  const seen = await fresh()
  await here.reach(held, 'dispatched')
  expect(await performAs(here.scene, here.people.officer, seen, 'recuse', {})).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'handler', holderId: 'handler' })
})

test('what a state of the union owed ends with the state, whoever ends it', async () => {
  await fresh()
  await here.reach(held, 'replied')
  await here.workerDoes(held, 'rate_unsolved', { solved: 'not_solved', satisfied: 'not_satisfied' })
  await here.at('2026-10-20T09:00:00+08:00').strike()
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'chair', dutyKind: 'step' })
  succeeded(await here.does('chair', held, 'reopen_by_union', { reason: 'It is not solved.' }))
  const running = (await here.dutiesOf(held)).filter(({ endedAt }) => endedAt === null)
  expect(running.map(({ kind }) => kind).sort()).toEqual(['contact_again', 'limit', 'reopened'])
})
