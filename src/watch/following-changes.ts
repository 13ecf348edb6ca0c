import { claimChanged, claimLeft, settleChanged } from '../cases/changed-cases.ts'
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

/** How many runs follow a run of the clock at once, so that a backlog leaves most rows of a day to people. */
const mostAfter = 4

/**
 * Follows a slice of the cases that changed or, where none did, one that an earlier run left, and looks through a slice
 * of all for what the index lacks; and asks the queue to go on, `left` times at most. Where a step fails its cases stay
 * for a later run, and the next ones are followed all the same.
 */
export async function followChanges(platform: Platform, now: Date, left = mostAfter): Promise<void> {
  const scene = { ...(await openScene(platform, now)), ...openWordIndex(platform) }
  const fresh = await claimChanged(scene.db, now, slice)
  if (fresh.length > 0) await follow(scene, fresh)
  const more = fresh.length > 0 || (await catchUp(scene))
  if (more && left > 0) await platform.wake({ kind: 'changes', left: left - 1 })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}

/** Answers whether another look is worth it: not where what was left fails again. */
async function catchUp(scene: Following): Promise<boolean> {
  const ids = await claimLeft(scene.db, scene.now)
  const isFollowed = ids.length > 0 && (await follow(scene, ids))
  return (await lookThrough(scene)) || isFollowed
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

/** Answers whether no step failed. */
async function follow(scene: Following, ids: readonly string[]): Promise<boolean> {
  const parts: Parts<void> = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, () => step(scene, ids)]),
  )
  const followed = await runParts('Following changes', parts, scene)
  if (followed.length < Object.keys(steps).length) return false
  await settleChanged(scene.db, scene.now, ids)
  return true
}
