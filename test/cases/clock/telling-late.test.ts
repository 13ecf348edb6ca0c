import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { deactivate } from '../../../src/orgs/granting.ts'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('an overdue case tells those who hold its role where it waits, in one mail a day', async () => {
  const first = await here.file()
  const second = await here.file()
  expect(await here.at('2026-09-23T08:00:00+08:00').strike()).toBe(1)
  expect(await here.notices()).toMatchObject([
    {
      kind: 'overdue',
      recipient: 'officer@union.example',
      event: '2026-09-23',
      status: 'pending',
      data: {
        cases: [
          { id: first.id, number: first.number },
          { id: second.id, number: second.number },
        ],
      },
    },
  ])
  expect(await here.at('2026-09-23T20:00:00+08:00').strike()).toBe(0)
  expect(await here.at('2026-09-24T08:00:00+08:00').strike()).toBe(0)
})

test('what turns red after today’s mail is told tomorrow', async () => {
  await here.file()
  await here.at('2026-09-23T08:00:00+08:00').strike()
  const held = await here.at('2026-09-22T09:00:00+08:00').file()
  await here.does('officer', held, 'ask_info', { reason: 'When?' })
  const later = here.at('2026-09-22T10:00:00+08:00')
  await later.workerDoes(held, 'give_info', { reason: 'In July.' })
  const next = await here.at('2026-09-22T09:00:00+08:00').file()
  // First contact with the second was due on the 23rd at nine.
  expect(await here.at('2026-09-23T10:00:00+08:00').strike()).toBe(0)
  expect(await here.at('2026-09-24T00:00:00+08:00').strike()).toBe(1)
  expect((await here.notices()).at(-1)?.data).toEqual({
    cases: expect.arrayContaining([{ id: next.id, number: next.number }]),
  })
})

test('danger is told at once, also after today’s mail', async () => {
  await here.at('2026-09-19T09:00:00+08:00').file()
  expect(await here.at('2026-09-21T09:00:00+08:00').strike()).toBe(1)
  const { id } = await here.file({ category: 'safety' })
  expect(await here.at('2026-09-21T12:00:00+08:00').strike()).toBe(1)
  expect((await here.notices()).at(-1)).toMatchObject({ kind: 'overdue', caseId: id })
})

test('a case with its handler tells the handler, not his colleagues', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  await here.at('2026-10-20T08:00:00+08:00').strike()
  expect((await here.notices()).map(({ recipient }) => recipient)).toEqual(['handler@union.example'])
})

test('an overdue case that nobody has raises an alarm to the federation’s administrators', async () => {
  const { id, number } = await here.file({ category: 'mental', danger: false })
  await here.at('2026-09-23T08:00:00+08:00').strike()
  expect(await here.notices()).toMatchObject([
    {
      kind: 'alarm',
      recipient: 'administrator@union.example',
      data: { why: 'nobody', cases: [{ id, number }] },
    },
  ])
})

test('a handler who left the union is nobody: alarm', async () => {
  const leaver = await here.person('leaver', [['handler', 'union']])
  const held = await here.given('accepted')
  await here.does('officer', held, 'dispatch', { handlerId: leaver.id })
  await here.does(leaver, held, 'sign_for')
  expect(await deactivate({ ...here.scene, by: here.people.administrator }, leaver)).toBe('done')
  await here.at('2026-10-20T08:00:00+08:00').strike()
  expect((await here.notices()).map(({ kind }) => kind)).toEqual(['alarm'])
})

test('those who stand aside are not told', async () => {
  const { id } = await here.file()
  for (const who of ['officer', 'countyOfficer', 'secondOfficer'] as const)
    await here.does(who, { id }, 'recuse', { reason: 'A friend.' })
  expect((await here.caseOf({ id })).holderOrgId).toBeNull()
  await here.at('2026-09-23T08:00:00+08:00').strike()
  expect((await here.notices()).map(({ kind }) => kind)).toEqual(['alarm'])
})
