import { env } from 'cloudflare:workers'
import { isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { superviseLate } from '../../../src/cases/clock/supervising.ts'
import { performAs } from '../../../src/cases/performing.ts'
import { cases } from '../../../src/db/tables/cases.ts'
import { multiply } from '../../support/multiplying.ts'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('an overdue case starts supervision, once; lifted, it does not start again for the same deadline', async () => {
  const { id } = await here.file()
  const later = here.at('2026-09-23T01:00:00+08:00')
  const { officer, supervisor } = here.people
  await performAs(here.scene, officer, await here.load('officer', { id }), 'write', {
    body: 'Hello.',
    key: 'a',
  })
  await later.strike()
  expect((await here.caseOf({ id })).supervisedAt).toEqual(later.scene.now)
  expect((await here.historyOf({ id })).at(-1)).toMatchObject({
    action: 'supervise',
    actor: 'clock',
    cause: 'overdue',
  })
  const subject = await later.load('supervisor', { id })
  expect(
    await performAs(later.scene, supervisor, subject, 'lift_supervision', { reason: 'Spoken to.' }),
  ).toEqual({
    ok: true,
  })
  await here.at('2026-09-23T03:00:00+08:00').strike()
  expect((await here.caseOf({ id })).supervisedAt).toBeNull()
})

test('what became late under supervision does not start it again when it is lifted', async () => {
  const held = await here.file()
  const at = (time: string) => here.at(`2026-09-${time}:00+08:00`)
  // The contact is late on the 22nd at nine, the triage at midnight.
  await at('22T10:00').strike()
  await at('23T10:00').strike()
  expect((await here.caseOf(held)).lamp).toBe('red')
  await at('23T10:30').does('supervisor', held, 'lift_supervision', { reason: 'Spoken to.' })
  await at('23T11:00').strike()
  expect((await here.caseOf(held)).supervisedAt).toBeNull()
  // The decision of the fifteen days.
  await here.at('2026-10-07T09:00:00+08:00').strike()
  expect((await here.caseOf(held)).supervisedAt).not.toBeNull()
})

test('what is too much for one run is supervised in the next hours, the longest late first', async () => {
  const later = await here.at('2026-09-21T09:30:00+08:00').file()
  await multiply(env.DB, later, 1099)
  const first = await here.file()
  const supervised = () => here.db.$count(cases, isNotNull(cases.supervisedAt))
  await here.at('2026-09-22T10:00:00+08:00').strike()
  expect(await supervised()).toBe(1000)
  expect((await here.caseOf(first)).supervisedAt).not.toBeNull()
  await here.at('2026-09-22T11:00:00+08:00').strike()
  expect(await supervised()).toBe(1101)
})

test('half the time without a note starts supervision; a note or a message prevents it', async () => {
  const silent = await here.file({ category: 'suggestion' })
  const noted = await here.file({ category: 'suggestion' })
  const written = await here.file({ category: 'suggestion' })
  for (const held of [silent, noted, written]) {
    await here.does('officer', held, 'write', { body: 'We are on it.', key: 'a' })
    await here.reach(held, 'investigating')
  }
  // A suggestion takes fifteen days, so that there is a half of them.
  const { halfAt } = await here.caseOf(silent)
  expect(halfAt).not.toBeNull()
  await here.does('handler', noted, 'note', { reason: 'Called the works.' })
  await here.does('handler', written, 'write', { body: 'Which months?', key: 'b' })
  await superviseLate(here.at(Number(halfAt) + 60_000).scene)
  expect((await here.caseOf(silent)).supervisedAt).not.toBeNull()
  expect((await here.caseOf(noted)).supervisedAt).toBeNull()
  expect((await here.caseOf(written)).supervisedAt).toBeNull()
  expect((await here.historyOf(silent)).at(-1)).toMatchObject({ cause: 'silence' })
})

test('a draft that takes its two days over a weekend is not supervised on Sunday night', async () => {
  const friday = here.at('2026-11-06T09:00:00+08:00')
  const held = await friday.file()
  await friday.reach(held, 'drafting')
  await performAs(friday.scene, here.people.handler, await friday.load('handler', held), 'write', {
    body: 'We are on it.',
    key: 'a',
  })
  await superviseLate(here.at('2026-11-09T01:00:00+08:00').scene)
  expect(await here.caseOf(held)).toMatchObject({
    supervisedAt: null,
    dutyKind: 'step',
    dueAt: new Date('2026-11-10T23:59:59+08:00'),
  })
})

test('a worker whom nobody wrote to in time puts his case under supervision', async () => {
  const { id } = await here.file({ category: 'safety' })
  await superviseLate(here.at('2026-09-21T11:30:00+08:00').scene)
  expect((await here.historyOf({ id })).at(-1)).toMatchObject({ action: 'supervise', cause: 'no_contact' })
})

test('each duty that is late starts supervision once, whatever else was late before', async () => {
  const held = await here.file({ danger: true })
  // The triage of a danger is due after two hours; a message is no triage, and turns the lamp red by itself.
  await here.at('2026-09-21T11:10:00+08:00').does('officer', held, 'write', { body: 'Leave it.', key: 'a' })
  expect((await here.caseOf(held)).lamp).toBe('red')
  await here.at('2026-09-21T12:00:00+08:00').strike()
  expect((await here.caseOf(held)).supervisedAt).not.toBeNull()

  const later = here.at('2026-09-21T12:30:00+08:00')
  await later.does('supervisor', held, 'lift_supervision', { reason: 'Spoken to.' })
  await later.does('officer', held, 'accept')
  await here.at('2026-09-21T13:00:00+08:00').strike()
  expect((await here.caseOf(held)).supervisedAt).toBeNull()
  await here.at('2026-09-21T15:00:00+08:00').strike()
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ action: 'supervise', cause: 'overdue' })
})

test('a look at who the worker is, or standing aside, is no sign of life', async () => {
  const held = await here.file({ category: 'suggestion' })
  await here.does('officer', held, 'write', { body: 'We are on it.', key: 'a' })
  await here.reach(held, 'investigating')
  await here.look('handler', held, { reason: 'To call her.' })
  await here.does('officer', held, 'recuse', { reason: 'A friend.' })
  const { halfAt } = await here.caseOf(held)
  await here.at(Number(halfAt) + 60_000).strike()
  expect((await here.historyOf(held)).at(-1)).toMatchObject({ action: 'supervise', cause: 'silence' })
})

test('after a referral half of the time counts again', async () => {
  const held = await here.file({ category: 'suggestion' })
  await here.reach(held, 'referred')
  await here.does('handler', held, 'resume_handling')
  const finish = (await here.dutiesOf(held)).find(({ kind }) => kind === 'finish')
  expect(finish?.halfAt).not.toBeNull()
})
