import { lapse } from '../cases/clock/lapsing.ts'
import type { Moved } from '../cases/clock/moving.ts'
import { recount } from '../cases/clock/recounting.ts'
import { archive } from '../cases/clock/retention.ts'
import { openScene } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { type Parts, runParts } from './running-parts.ts'

/** What waits for time and nothing else; each takes a slice of its own, so that none starves behind another. */
const parts: Parts<Moved> = {
  'moving on what waited long enough': lapse,
  'archiving what was kept long enough': archive,
  'counting provisional dates again': recount,
}

/** Moves on a slice of what waits for time, and asks the queue to go on until none is left. */
export async function moveOn(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  const runs = await runParts('Moving on', parts, scene)
  if (runs.some(({ more }) => more)) await platform.wake({ kind: 'moving_on' })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
