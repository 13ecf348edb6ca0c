import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { markLamps } from '../../../src/engine/lamps.ts'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('a lamp turns amber and red with time by what the union owes, whoever has the case', async () => {
  const { id } = await here.file()
  const asked = await here.file()
  await here.does('officer', { id }, 'write', { body: 'We have it.', key: 'a' })
  await here.does('officer', asked, 'ask_info', { reason: 'When?' })
  const lamps = async (now: string) => {
    await markLamps(here.db, new Date(now))
    return [(await here.caseOf({ id })).lamp, (await here.caseOf(asked)).lamp]
  }
  expect(await lamps('2026-09-22T08:00:00+08:00')).toEqual(['green', 'green'])
  expect(await lamps('2026-09-22T16:00:00+08:00')).toEqual(['amber', 'green'])
  expect(await lamps('2026-09-23T00:00:00+08:00')).toEqual(['red', 'green'])
  // No question to the worker moves the fifteen days of a decision.
  expect(await lamps('2026-09-30T20:00:00+08:00')).toEqual(['red', 'amber'])
  expect(await lamps('2026-12-01T00:00:00+08:00')).toEqual(['red', 'red'])
})

test('the lamp is that of the nearest of several duties', async () => {
  const { id } = await here.file()
  const lampAt = async (now: string) => {
    await markLamps(here.db, new Date(now))
    const { lamp, dutyKind } = await here.caseOf({ id })
    return [dutyKind, lamp]
  }
  // First contact within 24 hours, triage until the end of the next working day.
  expect(await lampAt('2026-09-22T08:00:00+08:00')).toEqual(['contact', 'amber'])
  expect(await lampAt('2026-09-22T09:30:00+08:00')).toEqual(['contact', 'red'])
  const met = here.at('2026-09-22T10:00:00+08:00')
  await met.does('officer', { id }, 'write', { body: 'We have it.', key: 'a' })
  expect(await lampAt('2026-09-22T10:00:00+08:00')).toEqual(['triage', 'green'])
})
