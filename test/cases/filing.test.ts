import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { submissions } from '../../src/db/tables/cases.ts'
import { states } from '../../src/db/vocabulary.ts'
import { type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(env.DB)
})

test.each(states.filter((state) => state !== 'submitted'))(
  'a case comes to the state %s by what people do',
  async (state) => {
    const held = await here.fileCase()
    await here.advance(held, state)
    expect((await here.row(held.id)).state).toBe(state)
  },
)

test('a filed case waits for the nearest duty officer, with its first two events', async () => {
  const { id } = await here.fileCase()
  const row = await here.row(id)
  expect(row).toMatchObject({ state: 'triage', turn: 2, holderRole: 'duty_officer', holderOrgId: 'township' })
  const events = await here.events(id)
  expect(events.map(({ action, actor, turn }) => [action, actor, turn])).toEqual([
    ['file', 'worker', 1],
    ['receive', 'system', 2],
  ])
  expect(await here.db.select().from(submissions).where(eq(submissions.id, id))).toHaveLength(1)
})
