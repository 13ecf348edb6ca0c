import type { Scene } from '../orgs/scene.ts'
import { ring } from './ringing.ts'

/** Tells the federation's administrators that the words of cases cannot be read. */
export function tellUnreadable(scene: Scene, caseIds: readonly string[]): Promise<void> {
  return ring(scene, 'unreadable', caseIds)
}
