import { inBatch } from '../../db/batch.ts'
import { findPlaces } from '../../engine/places.ts'
import type { Scene } from '../../orgs/scene.ts'
import { processes } from '../processes.ts'

/** Finds a place for cases that nobody had, or whose last holder of the role has left. */
export async function findHolders(scene: Pick<Scene, 'db'>): Promise<void> {
  await inBatch(scene.db, findPlaces(Object.values(processes), scene))
}
