import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { claimChanged, settleChanged } from '../../src/cases/changed-cases.ts'
import { changedCases } from '../../src/db/tables/changes.ts'
import { townAnew } from '../support/town/anew.ts'
import { succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
  await here.db.delete(changedCases)
})

const waiting = async () => (await here.db.select().from(changedCases)).map(({ caseId }) => caseId)

test('what happens to a case and what is written on it makes it one that changed, once', async () => {
  const held = await here.file()
  expect(await waiting()).toEqual([held.id])
  await settleChanged(here.db, await claimChanged(here.db, 10))
  expect(await waiting()).toEqual([])
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Any news?', key: '1' }))
  expect(await waiting()).toEqual([held.id])
})

test('what changes while it is followed is followed again', async () => {
  const [held, other] = [await here.file(), await here.file()]
  const ids = await claimChanged(here.db, 10)
  expect(ids.toSorted()).toEqual([held.id, other.id].toSorted())
  succeeded(await here.does('officer', held, 'note', { reason: 'I rang him.' }))
  await settleChanged(here.db, ids)
  expect(await waiting()).toEqual([held.id])
})

test('what a run that died had taken on is taken on again', async () => {
  const held = await here.file()
  await claimChanged(here.db, 10)
  expect(await claimChanged(here.db, 10)).toEqual([held.id])
})
