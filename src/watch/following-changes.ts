import { claimChanged, settleChanged } from '../cases/changed-cases.ts'
import { linkCases } from '../cases/record/linking.ts'
import { openScene, type Scene } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { openWordIndex, type WordIndex } from '../search/index-of-words.ts'
import { indexCases } from '../search/indexing.ts'
import { beginRound, indexAll } from '../search/rounds.ts'
import { type Parts, runParts } from './running-parts.ts'

/** How many cases one run follows. */
const slice = 20

type Following = Scene & WordIndex

/** What follows a change of cases, each safe to do twice. */
const steps: Record<string, (scene: Following, ids: readonly string[]) => Promise<void>> = {
  'linking what happened': linkCases,
  'indexing their words': indexCases,
}

/**
 * Follows a slice of the cases that changed or, where none did, looks through a slice of all for what the index lacks;
 * and asks the queue to go on until nothing is left. Where a step fails its cases stay for the next run.
 */
export async function followChanges(platform: Platform, now: Date): Promise<void> {
  const scene = { ...(await openScene(platform, now)), ...openWordIndex(platform) }
  await beginRound(scene)
  const ids = await claimChanged(scene.db, slice)
  const more = ids.length > 0 ? await follow(scene, ids) : (await indexAll(scene)).more
  if (more) await platform.wake({ kind: 'changes' })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}

/** Answers whether another look is worth it. */
async function follow(scene: Following, ids: readonly string[]): Promise<boolean> {
  const parts: Parts<void> = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, () => step(scene, ids)]),
  )
  const followed = await runParts('Following changes', parts, scene)
  if (followed.length < Object.keys(steps).length) return false
  await settleChanged(scene.db, ids)
  return true
}
