import { type GrievanceEffect, invalid } from './effect.ts'
import { entrusted, placeFor } from './routing.ts'

/**
 * Puts a case into the hands of the people named for a strict category, and out of everybody else's sight
 * and out of the employer’s own unions. It stays in its category, and never gets less secret. `invalid`: no
 * strict category, or theirs already.
 */
export const confide: GrievanceEffect = (_, { case: it }, { confidedTo }) => {
  const changed = entrusted(it, confidedTo)
  return changed ? { case: changed, orgPath: placeFor(it.orgPath, changed.secrecy) } : invalid
}
