import { sql } from 'drizzle-orm'
import { highest, lineage } from '../../orgs/tree.ts'
import { personSees } from '../sight.ts'
import { aboveConcerned } from './concerned.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { entrusted, placeFor, released } from './routing.ts'

/**
 * Puts a case into the hands of the people named for a strict category, and out of everybody else's sight
 * and out of the employer’s own unions; for conduct above those whom it concerns. It stays in its category, and
 * never gets less secret. `invalid`: no strict category, or theirs already.
 */
export const confide: GrievanceEffect = (_, subject, { confidedTo }) => {
  const { case: it } = subject
  const changed = entrusted(it, confidedTo)
  if (!changed) return invalid
  const above = aboveConcerned(subject, changed.confidedTo)
  return {
    case: { ...changed, bypassesUnit: it.bypassesUnit || above !== null },
    orgPath: highest(placeFor(it.orgPath, changed.secrecy), above ?? it.orgPath),
  }
}

/**
 * Two of the named people move it on purpose: whoever handles cases there and above sees it from now on. `invalid`:
 * whoever proposed it has left the union by now, or may not know of the case any more.
 */
export const release: GrievanceEffect = async ({ db }, { case: it, grievance: { releaserId } }) => {
  const ref = { ...it, paths: lineage(it.orgPath) }
  const seeing = await db.all(
    sql`select 1 from staff s where s.id = ${releaserId} and s.active = 1 and ${personSees(sql`s.id`, ref)}`,
  )
  return seeing.length > 0 ? { case: released } : invalid
}
