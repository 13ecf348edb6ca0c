import { eraseWords as erase } from '../filed/erasing-words.ts'
import type { GrievanceEffect } from './effect.ts'

/** What the worker wrote goes, and with it the end of a time that tells the day he named. */
export const eraseWords: GrievanceEffect = async (scene, subject, input, by) => {
  const change = await erase(scene, subject, input, by)
  return 'ok' in change ? change : { ...change, own: { limitationAt: null } }
}
