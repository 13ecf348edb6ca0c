import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('run twice, a watch changes nothing the second time', async () => {
  const unsolved = await here.file()
  await here.reach(unsolved, 'replied')
  await here.file()
  await here.file({ category: 'harassment' })
  await here.reach(await here.file(), 'investigating')
  await here.reach(await here.file(), 'closed')
  for (const day of ['2026-09-23', '2026-10-20', '2029-12-01']) {
    const later = here.at(`${day}T09:00:00+08:00`)
    await later.strike()
    const once = await here.everything()
    await later.strike()
    expect(await here.everything()).toBe(once)
  }
})
