import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { patience, times } from '../attack/effort.ts'
import { type Random, randomOf } from '../support/random.ts'
import { townAnew } from '../support/town/anew.ts'
import { faultsIn } from './faults.ts'
import { beginning, happenings } from './living.ts'
import type { World } from './world.ts'

/** To live one life again: HUYING_SEED=… */
const seeds = env.SEED ? [Number(env.SEED)] : Array.from({ length: times(2, 10) }, (_, at) => at + 1)
const length = times(60, 120)

test.each(seeds)(
  'whatever is done, each open case has a duty, a date, and somebody who may act or an alarm: life %i',
  async (seed) => {
    const random = randomOf(seed)
    const begins = Date.parse('2026-02-02T01:00:00Z') + random.int(0, 250) * 86_400_000
    const world: World = { here: await townAnew(env.DB, new Date(begins)), random, cases: [] }
    const happened: string[] = []
    await beginning(world)
    for (let step = 0; step < length; step += 1) {
      const now = passed(world)
      world.here = world.here.at(now)
      happened.push(`${now.toISOString()} ${await happening(random)(world)}`)
      if (random.chance(0.4)) continue
      await world.here.strike()
      const faults = await faultsIn(world.here)
      expect(faults, `seed ${seed}, step ${step}\n${happened.slice(-40).join('\n')}`).toEqual([])
    }
  },
  patience,
)

/** Minutes go by, or hours, or weeks. */
function passed({ here, random }: World): Date {
  const ways: [number, number][] = [
    [1, 90],
    [1, 90],
    [1, 90],
    [60, 2_000],
    [60, 2_000],
    [1_000, 30_000],
  ]
  const minutes = random.int(...random.pick(ways))
  return new Date(here.scene.now.getTime() + minutes * 60_000)
}

function happening(random: Random) {
  const all = happenings.flatMap(([weight, happens]) => Array.from({ length: weight }, () => happens))
  return random.pick(all)
}
