import { type Beginning, begin } from '../../engine/begin.ts'
import type { Scene } from '../../orgs/scene.ts'
import { register } from './process.ts'

/** Statements of a new entry of the register: filed by a worker, or opened from another case. */
export function enter(scene: Scene, beginning: Beginning) {
  const actor = beginning.parentId === null ? 'worker' : 'system'
  const path = [{ action: 'enter', to: 'received', actor }] as const
  return begin(register, scene, beginning, { path, starts: [] }, {})
}
