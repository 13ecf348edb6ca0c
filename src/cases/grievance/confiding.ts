import { type GrievanceEffect, invalid } from './effect.ts'
import { entrusted, placeFor, released } from './routing.ts'

/**
 * Puts a case into the hands of the people named for a strict category, and out of everybody else's sight
 * and out of the employer’s own unions. It stays in its category, and never gets less secret. `invalid`: no
 * strict category, or theirs already.
 */
export const confide: GrievanceEffect = (_, { case: it }, { confidedTo }) => {
  const changed = entrusted(it, confidedTo)
  return changed ? { case: changed, orgPath: placeFor(it.orgPath, changed.secrecy) } : invalid
}

/** Two of the named people move it on purpose: whoever handles cases there and above sees it from now on. */
export const release: GrievanceEffect = () => ({ case: released })
