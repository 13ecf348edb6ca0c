import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Outcome } from '../../src/engine/process.ts'
import { countMonths } from '../../src/figures/monthly.ts'
import { referred, steps } from '../support/town/referring.ts'
import { told } from '../support/town/story.ts'
import { succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

test('a move opens a case of another process below, where its parent lies', async () => {
  const { held, child } = await referred(here)
  expect(await here.caseOf(child)).toMatchObject({
    process: 'register',
    parentId: held.id,
    state: 'received',
    category: 'wages',
    orgId: 'township',
    holderRole: 'duty_officer',
    holderOrgId: 'township',
    dutyKind: 'viewing',
  })
  const opened = await here.load('officer', child)
  expect(opened.relatives).toEqual([{ id: held.id, number: held.number, state: 'referred', kin: 'parent' }])
  expect(opened.submission.answers).toEqual({})
})

test('it goes its own way to its end, and its parent stays where it is', async () => {
  const { held, child } = await referred(here)
  succeeded(await here.does('officer', child, 'see'))
  succeeded(await here.does('officer', child, 'finish'))
  expect((await here.caseOf(child)).state).toBe('done')
  expect((await here.caseOf(held)).state).toBe('referred')
})

test('of two who refer at once one opens it', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  const send = { turn: (await here.caseOf(held)).turn, reason: 'The bureau has to decide.', ...told }
  const outcomes: Outcome[] = await Promise.all([
    steps(here, 'handler', held, 'refer', send),
    steps(here, 'handler', held, 'refer', { ...send, reason: 'It is theirs.' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await here.load('officer', held)).relatives).toHaveLength(1)
})

test('whoever stands aside from its parent does not see it, and it waits for somebody else', async () => {
  const { held, child } = await referred(here)
  succeeded(await steps(here, 'officer', held, 'recuse', { reason: 'My brother works there.' }))
  expect(await here.sees('officer', child)).toBe(false)
  expect((await here.caseOf(child)).holderOrgId).toBe('federation')
})

test('it becomes as secret as its parent', async () => {
  const carer = await here.person('carer', [['duty_officer', 'township']], ['mental'])
  const { held, child } = await referred(here)
  succeeded(await here.does('officer', held, 'reassign', { reason: 'He is ill.' }))
  const confided = { confidedTo: 'mental', reason: 'He speaks of ending his life.' } as const
  succeeded(await steps(here, 'officer', held, 'confide', confided))
  expect(await here.caseOf(child)).toMatchObject({ secrecy: 'strict', confidedTo: 'mental' })
  expect([await here.sees('officer', child), await here.sees(carer, child)]).toEqual([false, true])
  expect((await here.caseOf(child)).holderOrgId).toBe('township')
})

test('no receipt leads to it, and the worker reads his own case as before', async () => {
  const { held, child } = await referred(here)
  expect((await here.caseOf(child)).receiptHash).toBe(child.id)
  expect(await here.asWorker(held)).toMatchObject({ case: { id: held.id }, relatives: [] })
})

test('a month counts what workers filed, not what was opened from it', async () => {
  const filed = async () => {
    const months = await countMonths(here.db, here.scene.rules.settings.zone, ['2026-09'])
    return months.reduce((sum, month) => sum + month.filed, 0)
  }
  const before = await filed()
  await referred(here)
  expect(await filed()).toBe(before + 1)
})
