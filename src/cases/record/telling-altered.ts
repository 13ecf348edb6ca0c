import type { Scene } from '../../orgs/scene.ts'
import { ring } from '../ringing.ts'

/** Tells the federation's administrators that the record does not fit: of these cases, or of a day where there are none. */
export function tellAltered(scene: Scene, caseIds: readonly string[]): Promise<void> {
  return ring(scene, 'altered', caseIds)
}
