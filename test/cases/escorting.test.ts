import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const reason = 'Not right.'

test('what is for the federation above is not decided here, also once it was withdrawn and resumed', async () => {
  const held = await here.given('replied')
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  succeeded(await here.workerDoes(held, 'withdraw'))
  succeeded(await here.workerDoes(held, 'resume'))
  const may = await here.mayDo('countyOfficer', held)
  for (const action of ['accept', 'propose_decline', 'propose_merge'] as const)
    expect(may).not.toContain(action)
  expect(may).toContain('escort')
})

test('what nobody goes along with any more is escorted by another, and is dispatched only once it is back', async () => {
  const held = await here.file()
  succeeded(await here.does('officer', held, 'propose_decline', { reason }))
  succeeded(await here.does('secondOfficer', held, 'agree_decline'))
  succeeded(await here.workerDoes(held, 'object', { reason }))
  succeeded(await here.does('countyOfficer', held, 'escort', { handlerId: 'countyHandler' }))
  succeeded(await here.does('countyHandler', held, 'step_aside', { reason: 'A friend.' }))
  expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', toCity: true })
  expect(await here.mayDo('countyOfficer', held)).not.toContain('dispatch')
  const next = await here.person('nextEscort', [['handler', 'federation']])
  succeeded(await here.does('countyOfficer', held, 'escort', { handlerId: next.id }))
  succeeded(await here.does(next, held, 'resume_handling', { reason: 'The city says it is ours.' }))
  const running = (await here.dutiesOf(held)).filter(({ endedAt }) => endedAt === null)
  expect(running.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['finish', 'limit']))
  expect((await here.caseOf(held)).toCity).toBe(false)
})
