import { and, eq, lt, notExists, sql } from 'drizzle-orm'
import { type KeptReach, reachFrom, reachOfEach } from '../../cases/sight.ts'
import type { Db } from '../../db/client.ts'
import { notices } from '../../db/tables/notices.ts'
import { staff } from '../../db/tables/orgs.ts'
import type { DigestWeek } from './week.ts'

export interface Readership {
  reach: KeptReach
  /** The ids of those who get the same figures. */
  recipients: string[]
}

/**
 * Everybody who still lacks the digest of a week: active, subscribed, with a role that reads cases, and
 * here since before it was due; gathered by reach.
 */
export async function readerships(db: Db, week: DigestWeek): Promise<Readership[]> {
  const gathered = new Map<string, Readership>()
  for (const { id, ...row } of await lacking(db, week)) {
    const reach = reachFrom(id, row)
    if (reach.paths.length === 0) continue
    const key = JSON.stringify(reach)
    const readership = gathered.get(key) ?? { reach, recipients: [] }
    readership.recipients.push(id)
    gathered.set(key, readership)
  }
  return [...gathered.values()]
}

/** Everybody to whom the digest of the week was neither written nor decided against. */
function lacking(db: Db, week: DigestWeek) {
  const written = db
    .select({ id: notices.id })
    .from(notices)
    .where(
      and(
        eq(notices.staffId, staff.id),
        eq(notices.caseId, ''),
        eq(notices.kind, 'digest'),
        eq(notices.event, week.period),
      ),
    )
  return db
    .select({ id: sql<string>`staff.id`, ...reachOfEach })
    .from(staff)
    .where(
      and(
        eq(staff.active, true),
        eq(staff.digest, true),
        lt(staff.createdAt, week.dueSince),
        notExists(written),
      ),
    )
}
