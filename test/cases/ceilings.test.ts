import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { appealedToCounty } from '../support/town/deciding.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const at = (time: string) => here.at(`${time}:00+08:00`)
const due = async (held: Held, kind: string) =>
  (await here.dutiesOf(held)).find((duty) => duty.kind === kind && duty.endedAt === null)?.dueAt

test('no question to the worker moves the fifteen days in which a case is decided', async () => {
  const held = await here.file()
  const decision = await due(held, 'decision')
  for (const day of ['2026-09-22', '2026-09-24', '2026-09-28']) {
    succeeded(await at(`${day}T09:00`).does('officer', held, 'ask_info', { reason: 'Which months?' }))
    succeeded(await at(`${day}T15:00`).workerDoes(held, 'give_info', { reason: 'July and August.' }))
  }
  expect(await due(held, 'decision')).toEqual(decision)
  await at('2026-10-01T01:00').strike()
  expect(await here.caseOf(held)).toMatchObject({ lamp: 'red' })
})

test('a danger that nobody met stays red when its handler gives it back', async () => {
  const held = await here.file({ danger: true })
  await at('2026-09-21T09:30').reach(held, 'dispatched')
  await at('2026-09-21T12:00').strike()
  succeeded(await at('2026-09-21T13:00').does('handler', held, 'return', { reason: 'Not ours.' }))
  expect(await here.caseOf(held)).toMatchObject({ lamp: 'red', dutyKind: 'contact' })
})

test('an extension of a referred case moves the finish and leaves the look-in', async () => {
  const held = await here.file()
  await here.reach(held, 'referred')
  const lookIn = await due(held, 'look_in')
  const finish = Number(await due(held, 'finish'))
  succeeded(await here.does('chair', held, 'extend', { reason: 'The bureau is slow.', days: 20 }))
  expect(await due(held, 'look_in')).toEqual(lookIn)
  expect(Number(await due(held, 'finish'))).toBeGreaterThan(finish)
})

test('asking the agency begins its fifteen days anew, and the worker reads what was learned', async () => {
  const held = await here.file()
  await here.reach(held, 'referred')
  const asked = at('2026-10-12T09:00')
  succeeded(await asked.does('handler', held, 'looked_in', { reason: 'They will hear us in November.' }))
  expect(await due(held, 'look_in')).toEqual(new Date('2026-10-27T23:59:59+08:00'))
  expect((await here.caseOf(held)).state).toBe('referred')
})

test('taking a case back from an agency leaves three working days, and so does another handler', async () => {
  const held = await here.file()
  await here.reach(held, 'referred')
  succeeded(await at('2026-11-02T09:00').does('handler', held, 'resume_handling'))
  expect(await due(held, 'finish')).toEqual(new Date('2026-11-05T23:59:59+08:00'))

  const taken = at('2026-11-09T09:00')
  succeeded(await taken.does('officer', held, 'reassign', { reason: 'He is ill.' }))
  succeeded(await taken.does('officer', held, 'dispatch', { handlerId: 'otherHandler' }))
  succeeded(await taken.does('otherHandler', held, 'sign_for'))
  expect(await due(held, 'finish')).toEqual(new Date('2026-11-12T23:59:59+08:00'))
})

test('the answer to an appeal is owed within thirty days of it, whatever is sent back', async () => {
  const held = await appealedToCounty(here)
  const review = await due(held, 'review')
  succeeded(await here.does('countyOfficer', held, 'take_review', { handlerId: 'countyHandler' }))
  const draft = { body: 'It stands.', outcome: 'supported' } as const
  succeeded(await at('2026-10-09T09:00').does('countyHandler', held, 'submit_draft', draft))
  const back = { reason: 'Say why.' }
  succeeded(await at('2026-10-12T09:00').does('countyHead', held, 'send_back', back))
  expect(await due(held, 'review')).toEqual(review)
  expect(review).toEqual(new Date('2026-10-21T23:59:59+08:00'))
})

test('a case done again owes a contact of its own, which an act inside the union is not', async () => {
  const held = await here.file()
  await here.reach(held, 'reopened')
  expect(await due(held, 'contact_again')).toEqual(new Date('2026-09-22T09:00:00+08:00'))
  succeeded(await here.does('countyOfficer', held, 'dispatch', { handlerId: 'otherHandler' }))
  expect(await due(held, 'contact_again')).toBeDefined()
  succeeded(await here.does('otherHandler', held, 'write', { body: 'It is mine now.', key: 'a' }))
  expect(await due(held, 'contact_again')).toBeUndefined()
})
