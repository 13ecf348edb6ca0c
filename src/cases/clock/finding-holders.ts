import { findPlaces } from '../../engine/places.ts'
import type { Scene } from '../../orgs/scene.ts'
import { processes } from '../processes.ts'

/** Finds a place for cases that nobody may act on where they wait. */
export async function findHolders(scene: Pick<Scene, 'db'>): Promise<void> {
  await findPlaces(Object.values(processes), scene)
}
