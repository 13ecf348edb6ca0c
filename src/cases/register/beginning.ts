import { type Beginning, begin } from '../../engine/begin.ts'
import type { Scene } from '../../orgs/scene.ts'
import { register } from './process.ts'

/** Statements of a new entry of the register. */
export function enter(scene: Scene, beginning: Beginning) {
  const path = [{ action: 'enter', to: 'received', actor: 'worker' }] as const
  return begin(register, scene, beginning, { path, starts: [] }, {})
}
