import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { states } from '../../src/db/vocabulary.ts'
import { stories } from './town/story.ts'
import { town } from './town/town.ts'

test('the town takes a case to every state of the grievance by real acts', async () => {
  const here = await town(env.DB)
  for (const state of states.filter((one) => stories[one])) {
    const held = await here.given(state)
    expect((await here.caseOf(held)).state).toBe(state)
  }
})
