import { writeToUnion as write } from '../filed/messages.ts'
import type { GrievanceEffect } from './effect.ts'

/** The worker writes; of a merged case whoever has the one that lives on is told. */
export const writeToUnion: GrievanceEffect = async (scene, subject, input, by) => {
  const change = await write(scene, subject, input, by)
  const { living, grievance } = subject
  if ('ok' in change || !living || living.state === 'archived') return change
  const about = grievance.mergedIntoId ?? undefined
  return { ...change, tells: (change.tells ?? []).map((telling) => ({ ...telling, about })) }
}
