import { claimChanged, settleChanged } from '../cases/changed-cases.ts'
import { linkCases } from '../cases/record/linking.ts'
import { openScene, type Scene } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { type Parts, runParts } from './running-parts.ts'

/** How many cases one run follows. */
const slice = 50

/** What follows a change of cases, each safe to do twice. */
const steps: Record<string, (scene: Scene, ids: readonly string[]) => Promise<void>> = {
  'linking what happened': linkCases,
}

/**
 * Follows a slice of the cases that changed, and asks the queue to go on until all are followed. Where a step fails
 * they stay for the next run.
 */
export async function followChanges(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  const ids = await claimChanged(scene.db, slice)
  if (ids.length === 0) return
  const parts: Parts<void> = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, (it) => step(it, ids)]),
  )
  const followed = await runParts('Following changes', parts, scene)
  if (followed.length < Object.keys(steps).length) return
  await settleChanged(scene.db, ids)
  if (ids.length === slice) await platform.wake({ kind: 'changes' })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
