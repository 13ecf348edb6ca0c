import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { historyForWorker } from '../../src/cases/history.ts'
import { messages } from '../../src/db/tables/cases.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const contactOf = async (held: Held) => (await here.dutiesOf(held)).find(({ kind }) => kind === 'contact')

test.each(['phone', 'visit'] as const)(
  'a %s in which the worker was reached is a first contact',
  async (how) => {
    const held = await here.file({ danger: true })
    succeeded(await here.does('officer', held, how, { reason: 'The machine is off now.' }))
    expect((await contactOf(held))?.doneAt).toEqual(here.scene.now)
    const read = (await historyForWorker(here.scene, await here.asWorker(held))).at(-1)
    expect(read).toMatchObject({ action: how, role: 'duty_officer', reason: null })
  },
)

test('one who could not be reached, and what is done inside the union, is no contact', async () => {
  const held = await here.file()
  succeeded(await here.does('officer', held, 'not_reached', { reason: 'Rang twice, at 8 and at 12.' }))
  succeeded(await here.does('officer', held, 'note', { reason: 'I try again at night.' }))
  await here.reach(held, 'investigating')
  expect((await contactOf(held))?.doneAt).toBeNull()
})

test('two taps on a call are one', async () => {
  const held = await here.file()
  const why = { reason: 'She is safe.' }
  await Promise.all([here.does('officer', held, 'phone', why), here.does('officer', held, 'phone', why)])
  expect((await here.historyOf(held)).filter(({ action }) => action === 'phone')).toHaveLength(1)
})

test('a worker who writes in the ordinary box has answered what he was asked', async () => {
  const held = await here.given('needs_info')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'July and August.', key: 'a' }))
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', holderRole: 'duty_officer' })
  const answered = await here.historyOf(held)
  expect(answered.at(-1)).toMatchObject({ action: 'give_info', reason: 'July and August.' })

  const again = await here.workerDoes(held, 'write_to_union', { body: 'July and August.', key: 'a' })
  expect(again).toEqual({ ok: true, again: true })
  expect(await here.historyOf(held)).toHaveLength(answered.length)
  expect(await here.db.$count(messages, eq(messages.caseId, held.id))).toBe(0)
})

test('the officer goes on at any time with the facts at hand', async () => {
  const held = await here.given('needs_info')
  succeeded(await here.does('officer', held, 'go_on'))
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', holderRole: 'duty_officer' })
})
