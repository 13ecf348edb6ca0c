import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { claimChanged, claimLeft, settleChanged } from '../../src/cases/changed-cases.ts'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { forgetWays } from '../../src/cases/news/forgetting-ways.ts'
import { changedCases } from '../../src/db/tables/changes.ts'
import { caseKeys } from '../../src/db/tables/keys.ts'
import { townAnew } from '../support/town/anew.ts'
import { minutes } from '../support/town/times.ts'
import { monday, succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
  await here.db.delete(changedCases)
})

const waiting = async () => (await here.db.select().from(changedCases)).map(({ caseId }) => caseId)

test('what happens to a case and what is written on it makes it one that changed, once', async () => {
  const held = await here.file()
  expect(await waiting()).toEqual([held.id])
  await settleChanged(here.db, monday, await claimChanged(here.db, monday, 10))
  expect(await waiting()).toEqual([])
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Any news?', key: '1' }))
  expect(await waiting()).toEqual([held.id])
})

test('another key makes it one that changed, and the same one wrapped anew does not', async () => {
  const held = await here.file()
  const target = 'li.na@example.com'
  succeeded(await askForNews(here.scene, await here.asWorker(held), { kind: 'mail', target }))
  const ids = await claimChanged(here.db, monday, 10)
  succeeded(await forgetWays(here.scene, await here.asWorker(held)))
  await settleChanged(here.db, monday, ids)
  expect(await waiting()).toEqual([held.id])
  await settleChanged(here.db, monday, await claimChanged(here.db, monday, 10))
  await here.db.update(caseKeys).set({ wrappedBy: 'current.2026-10.salt' })
  expect(await waiting()).toEqual([])
})

test('what changes while it is followed is followed again', async () => {
  const [held, other] = [await here.file(), await here.file()]
  const ids = await claimChanged(here.db, monday, 10)
  expect(ids.toSorted()).toEqual([held.id, other.id].toSorted())
  succeeded(await here.does('officer', held, 'note', { reason: 'I rang him.' }))
  await settleChanged(here.db, monday, ids)
  expect(await waiting()).toEqual([held.id])
})

test('what a run took on no other takes on while it may still be at it, nor settles', async () => {
  const held = await here.file()
  await claimChanged(here.db, monday, 10)
  const soon = minutes(14)
  expect([await claimChanged(here.db, soon, 10), await claimLeft(here.db, soon)]).toEqual([[], []])
  await settleChanged(here.db, soon, [held.id])
  expect(await waiting()).toEqual([held.id])
})

test('what runs that died had taken on is taken on again, one at a time, the oldest first', async () => {
  const [first, second] = [await here.file(), await here.file()]
  await here.db.delete(changedCases)
  await here.db.insert(changedCases).values({ caseId: second.id, claimed: minutes(1).getTime() })
  await here.db.insert(changedCases).values({ caseId: first.id, claimed: minutes(0).getTime() })
  expect(await claimChanged(here.db, minutes(20), 10)).toEqual([])
  expect(await claimLeft(here.db, minutes(20))).toEqual([first.id])
  expect(await claimLeft(here.db, minutes(20))).toEqual([second.id])
  expect(await claimLeft(here.db, minutes(20))).toEqual([])
})
