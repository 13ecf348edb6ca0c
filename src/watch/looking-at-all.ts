import { sql } from 'drizzle-orm'
import { dayOfTelling } from '../cases/clock/telling-times.ts'
import type { AuditAction } from '../db/audit-actions.ts'
import type { Scene } from '../orgs/scene.ts'

const hour = 3_600_000

/** By these somebody comes, leaves, or is given or loses what a case may wait for. */
const ofPeople: AuditAction[] = [
  'founded',
  'invited',
  'role_granted',
  'role_revoked',
  'deactivated',
  'activated',
  'named_for_category',
  'unnamed_for_category',
  'organisation_added',
]

/**
 * Whether this hour looks at every open case for one that nobody may act on: after a change of people, and in the
 * first hours of a working day. Acts find their own case a place, and what goes back to a handler who has left since is
 * found in any hour.
 */
export async function looksAtAll(scene: Scene): Promise<boolean> {
  const { db, now } = scene
  const day = dayOfTelling(scene)
  if (day && now.getTime() < day.begins + 2 * hour) return true
  const changed = await db.all(
    sql`select 1 from audit_log where at >= ${now.getTime() - 2 * hour} and action in ${ofPeople} limit 1`,
  )
  return changed.length > 0
}
