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
  'indexing their words': indexChanged,
}

/**
 * Follows a slice of the cases that changed or, where none did, looks through a slice of all for what the index lacks;
 * and asks the queue to go on until nothing is left. Where a step fails its cases stay for the next run.
 */
export async function followChanges(platform: Platform, now: Date): Promise<void> {
  const scene = { ...(await openScene(platform, now)), ...openWordIndex(platform) }
  const ids = await claimChanged(scene.db, slice)
  const more = ids.length > 0 ? await follow(scene, ids) : await lookThrough(scene)
  if (more) await platform.wake({ kind: 'changes' })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}

/** Whatever is indexed belongs to a round, and is not written once more by it. */
async function indexChanged(scene: Following, ids: readonly string[]): Promise<void> {
  await beginRound(scene)
  await indexCases(scene, ids)
}

async function lookThrough(scene: Following): Promise<boolean> {
  const [run] = await runParts(
    'Looking through all',
    { 'indexing what is missing': () => indexAll(scene) },
    scene,
  )
  return run?.more ?? false
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
