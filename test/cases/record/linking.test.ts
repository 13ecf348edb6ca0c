import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { archive } from '../../../src/cases/clock/retention.ts'
import { encryptOld } from '../../../src/cases/keys/encrypting-old.ts'
import { closeDays } from '../../../src/cases/record/closing-days.ts'
import { compareCases, linkCases } from '../../../src/cases/record/linking.ts'
import { recheck } from '../../../src/cases/record/rechecking.ts'
import type { Encrypted } from '../../../src/db/columns.ts'
import { caseEvents, cases } from '../../../src/db/tables/cases.ts'
import { dayHeads, eventLinks } from '../../../src/db/tables/record.ts'
import { townAnew } from '../../support/town/anew.ts'
import { days } from '../../support/town/times.ts'
import { type Held, succeeded, type Town } from '../../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

const linksOf = ({ id }: Held) =>
  here.db.select().from(eventLinks).where(eq(eventLinks.caseId, id)).orderBy(eventLinks.seq)

/** The cases whose record the administrators were told does not fit; none where nobody was told. */
const altered = async () =>
  (await here.notices())
    .filter(({ kind, data }) => kind === 'alarm' && (data as { why: string }).why === 'altered')
    .map(({ caseId }) => caseId)

const event = (held: Held, seq: number) => and(eq(caseEvents.caseId, held.id), eq(caseEvents.seq, seq))

test('each event of a case is linked once, whenever it happened', async () => {
  const held = await here.given('investigating')
  await linkCases(here.scene, [held.id])
  await linkCases(here.scene, [held.id])
  const first = await linksOf(held)
  expect(first.map(({ seq }) => seq)).toEqual((await here.historyOf(held)).map(({ seq }) => seq))
  expect(first[0]).toMatchObject({ linkedOn: '2026-09-21', day: '2026-09-21+08:00', content: null })
  succeeded(await here.does('handler', held, 'note', { reason: 'I rang her.' }))
  await linkCases(here.at(days(1)).scene, [held.id])
  const all = await linksOf(held)
  expect(all.slice(0, -1)).toEqual(first)
  expect(all.at(-1)).toMatchObject({ seq: first.length + 1, linkedOn: '2026-09-22' })
  expect(all.at(-1)?.content).toMatch(/^[0-9a-f]{16}\.[0-9a-f]{64}$/)
  expect(await altered()).toEqual([])
})

test('a case that was archived is whole, though its words and minutes are gone', async () => {
  const held = await here.given('closed')
  await linkCases(here.scene, [held.id])
  const later = here.at(days(1200))
  await archive(later.scene)
  expect((await here.caseOf(held)).state).toBe('archived')
  await compareCases(later.scene, [held.id])
  expect(await altered()).toEqual([])
  expect((await linksOf(held)).length).toBe((await here.historyOf(held)).length)
})

test('so is one that was archived in another zone', async () => {
  const held = await here.at('2026-09-21T03:30:00+08:00').given('closed')
  await linkCases(here.scene, [held.id])
  const { rules } = here.scene
  const elsewhere = here.with({ rules: { ...rules, settings: { ...rules.settings, zone: 'Europe/Berlin' } } })
  await archive(elsewhere.at(days(1200)).scene)
  await compareCases(elsewhere.at(days(1200)).scene, [held.id])
  expect(await altered()).toEqual([])
})

test('words that were older than encryption may be encrypted, and the case stays whole', async () => {
  const held = await here.given('investigating')
  const plain = 'As it was written.' as unknown as Encrypted
  await here.db.update(caseEvents).set({ reason: plain, id: null }).where(event(held, 3))
  await here.db
    .update(caseEvents)
    .set({ actor: 'clock', reason: 'again' as unknown as Encrypted, cause: null })
    .where(event(held, 4))
  await linkCases(here.scene, [held.id])
  expect((await linksOf(held)).map(({ content }) => content)).toContain('plain')
  await encryptOld(here.scene)
  await compareCases(here.scene, [held.id])
  expect(await altered()).toEqual([])
})

test('when a worker has his words deleted, and all others are encrypted anew, the case stays whole', async () => {
  const held = await here.given('replied')
  await compareCases(here.scene, [held.id])
  succeeded(await here.workerDoes(held, 'erase_words'))
  await compareCases(here.scene, [held.id])
  expect(await altered()).toEqual([])
  const reason = 'e1.0000000000000000.AAAA' as unknown as Encrypted
  await here.db.update(caseEvents).set({ reason }).where(event(held, 3))
  await compareCases(here.scene, [held.id])
  expect(await altered()).toEqual([held.id])
})

test.each<[string, Partial<typeof caseEvents.$inferInsert>]>([
  ['what was done', { action: 'decline' }],
  ['who did it', { staffId: 'head' }],
  ['in which role', { role: 'chair' }],
  ['the day', { at: new Date('2026-09-20T01:00:00Z') }],
  ['where it led', { to: 'closed' }],
  ['what was said', { reason: 'e1.0000000000000000.AAAA' as unknown as Encrypted }],
  ['whether the worker reads it', { reasonShown: false }],
])('when %s is altered past the service, the administrators are told', async (_, change) => {
  const held = await here.given('investigating')
  await linkCases(here.scene, [held.id])
  await here.db.update(caseEvents).set(change).where(event(held, 3))
  await compareCases(here.scene, [held.id])
  expect(await altered()).toEqual([held.id])
})

test('when an event is taken out, or put in before the last, they are told', async () => {
  const [one, other, third] = [
    await here.given('accepted'),
    await here.given('accepted'),
    await here.given('accepted'),
  ]
  const ids = [one.id, other.id, third.id]
  await linkCases(here.scene, ids)
  await here.db.delete(caseEvents).where(event(one, 2))
  await here.db.delete(caseEvents).where(event(other, 3))
  await here.db.delete(eventLinks).where(and(eq(eventLinks.caseId, third.id), eq(eventLinks.seq, 2)))
  for (const id of ids) await compareCases(here.scene, [id])
  expect((await altered()).toSorted()).toEqual(ids.toSorted())
})

test('when the state of a case is not where its events led it, they are told', async () => {
  const all = [
    await here.given('accepted'),
    await here.given('investigating'),
    await here.given('closed'),
    await here.given('done'),
    await here.given('withdrawn'),
  ]
  const ids = all.map(({ id }) => id)
  await compareCases(here.scene, ids)
  expect(await altered()).toEqual([])
  await here.db
    .update(cases)
    .set({ state: 'closed' })
    .where(eq(cases.id, all[0]?.id ?? ''))
  await compareCases(here.scene, ids)
  expect(await altered()).toEqual([all[0]?.id])
})

test('of several cases met together they are told twice a day where they are others, and once where they are not', async () => {
  const all = [
    await here.given('accepted'),
    await here.given('accepted'),
    await here.given('accepted'),
    await here.given('accepted'),
  ]
  const ids = all.map(({ id }) => id).toSorted()
  await linkCases(here.scene, ids)
  await here.db.update(caseEvents).set({ role: 'chair' }).where(eq(caseEvents.seq, 3))
  const count = async () => (await altered()).length
  await compareCases(here.scene, ids.slice(0, 2))
  const once = await count()
  await compareCases(here.scene, ids.slice(0, 2))
  expect(await count()).toBe(once)
  await compareCases(here.scene, ids.slice(2))
  expect(await count()).toBe(2 * once)
})

test('words that are gone are gone; others in their place are told', async () => {
  const held = await here.given('investigating')
  await linkCases(here.scene, [held.id])
  await here.db.update(caseEvents).set({ reason: null }).where(eq(caseEvents.caseId, held.id))
  await compareCases(here.scene, [held.id])
  expect(await altered()).toEqual([])
})

test('a day that is over has a head, with or without anything on it, and the next is over it', async () => {
  await linkCases(here.scene, [(await here.given('accepted')).id])
  await closeDays(here.scene)
  expect(await here.db.$count(dayHeads)).toBe(0)
  await closeDays(here.at('2026-09-22T00:20:00+08:00').scene)
  expect(await here.db.$count(dayHeads)).toBe(0)
  await closeDays(here.at(days(3)).scene)
  await closeDays(here.at(days(3)).scene)
  const heads = await here.db.select().from(dayHeads)
  expect(heads.map(({ day, links }) => [day, links > 0])).toEqual([
    ['2026-09-21', true],
    ['2026-09-22', false],
    ['2026-09-23', false],
  ])
  expect(new Set(heads.map(({ head }) => head)).size).toBe(3)
})

test('what is linked after a day has its head comes under the next, whatever the clock says', async () => {
  const held = await here.given('accepted')
  await linkCases(here.scene, [held.id])
  await closeDays(here.at(days(1)).scene)
  succeeded(await here.does('officer', held, 'note', { reason: 'Late.' }))
  await linkCases(here.scene, [held.id])
  expect((await linksOf(held)).at(-1)?.linkedOn).toBe('2026-09-22')
})

test('going round finds what was altered on a case that nobody touched, and a case that is gone', async () => {
  const [held, gone] = [await here.given('closed'), await here.given('closed')]
  await recheck(here.scene)
  expect(await here.db.$count(eventLinks)).toBe(await here.db.$count(caseEvents))
  await closeDays(here.at(days(1)).scene)
  for (let run = 0; run < 4; run++) await recheck(here.at(days(1)).scene)
  expect(await altered()).toEqual([])
  await here.db.update(caseEvents).set({ staffId: 'head' }).where(event(held, 4))
  for (let run = 0; run < 2; run++) await recheck(here.at(days(2)).scene)
  expect(await altered()).toEqual([held.id])
  await here.db.delete(caseEvents).where(eq(caseEvents.caseId, gone.id))
  await here.db.delete(eventLinks).where(eq(eventLinks.caseId, gone.id))
  await here.db.delete(cases).where(eq(cases.id, gone.id))
  for (let run = 0; run < 2; run++) await recheck(here.at(days(3)).scene)
  expect((await altered()).toSorted()).toEqual(['', held.id, held.id].toSorted())
})

test('a case that was taken out alone, with its events and links left where they are, is found by its day', async () => {
  const held = await here.given('closed')
  await recheck(here.scene)
  await closeDays(here.at(days(1)).scene)
  await here.db.delete(cases).where(eq(cases.id, held.id))
  for (let run = 0; run < 2; run++) await recheck(here.at(days(2)).scene)
  expect(await altered()).toEqual([''])
})
