import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { townAnew } from '../support/town/anew.ts'
import { type Held, succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

const told = async (held: Held, kind: string) =>
  (await here.notices()).filter((it) => it.caseId === held.id && it.kind === kind).map(({ to }) => to)

test('whoever has a case next is told at each hand-over, and nobody else', async () => {
  const held = await here.file()
  await here.reach(held, 'replied')
  expect((await told(held, 'your_turn')).sort()).toEqual(['deputy', 'handler', 'head'])
})

test('a draft that is sent back tells its handler again', async () => {
  const held = await here.file()
  await here.reach(held, 'in_review')
  succeeded(await here.does('head', held, 'send_back', { reason: 'Say how much.' }))
  expect(await told(held, 'your_turn')).toEqual(['handler', 'head', 'handler'])
})

test('a message of the worker tells who has the case, once a day', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  for (const key of ['a', 'b']) await here.workerDoes(held, 'write_to_union', { body: `And ${key}.`, key })
  expect(await told(held, 'worker_wrote')).toEqual(['handler'])
  const tomorrow = here.at('2026-09-22T09:00:00+08:00')
  await tomorrow.workerDoes(held, 'write_to_union', { body: 'Anybody?', key: 'c' })
  expect(await told(held, 'worker_wrote')).toEqual(['handler', 'handler'])
})

test.each(['replied', 'closed'] as const)(
  'a message in a case that is %s, which nobody of the union has, tells the duty officer',
  async (state) => {
    const held = await here.file()
    await here.reach(held, state)
    await here.workerDoes(held, 'write_to_union', { body: 'It is not paid yet.', key: 'a' })
    expect(await told(held, 'worker_wrote')).toEqual(['officer'])
  },
)

test('what the worker adds when he was asked tells the duty officer', async () => {
  const held = await here.given('needs_info')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'July and August.', key: 'a' }))
  expect(await told(held, 'worker_wrote')).toEqual(['officer'])
})
