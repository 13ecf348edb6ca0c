import { and, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import type { Bilingual, Role } from '../db/vocabulary.ts'
import type { Case } from '../engine/process.ts'
import type { Staff } from '../orgs/staff.ts'
import { lineage } from '../orgs/tree.ts'
import { knownTo, mayKnow, reachOf, withinPaths } from './sight.ts'

/** Who watches over a supervised case: the nearest of the first of these roles that anybody has who sees it. */
const order: readonly Role[] = ['supervisor', 'deputy_chair', 'chair', 'department_head']

/** The same in SQL, as steps of a ladder. */
export const watchingSteps: SQL = sql`(${sql.join(
  order.map((role, at) => sql`select ${at + 1} as step, ${role} as role, 0 as only`),
  sql` union all `,
)})`

/** SQL over `cases`: open, and somebody watches that it moves. */
export const isSupervised = sql`cases.supervised_at is not null and cases.closed_at is null`

export interface Watcher {
  role: Role
  org: Bilingual
}

/** Who watches over a case while it is supervised: the role, and where it is held. Null where nobody sees it. */
export async function watcherOf(db: Db, it: Case): Promise<Watcher | null> {
  const ref = { ...it, paths: lineage(it.orgPath) }
  const [found] = await db.all<{ role: Role; org: string }>(
    sql`select g.role, o.name as org from ${watchingSteps} w join role_grants g on g.role = w.role
        join staff s on s.id = g.staff_id join organisations o on o.id = g.org_id
      where g.org_path in ${ref.paths} and s.active = 1 and ${mayKnow(sql`g.staff_id`, ref)}
      order by w.step, length(g.org_path) desc limit 1`,
  )
  return found ? { role: found.role, org: JSON.parse(found.org) } : null
}

/**
 * Of what a person may have to watch over: how many supervised cases, and since when the longest. Null where
 * there are none, or where he holds no role that watches.
 */
export async function watchedBy(db: Db, staff: Staff): Promise<{ count: number; since: Date } | null> {
  if (!staff.grants.some(({ role }) => order.includes(role))) return null
  const reach = reachOf(staff)
  const [found] = await db
    .select({ count: sql<number>`count(*)`, since: sql<number>`min(cases.supervised_at)` })
    .from(cases)
    // The plus keeps a scope on the index of the supervised.
    .where(and(isSupervised, withinPaths(reach, sql`+`), knownTo(reach)))
  return found && found.count > 0 ? { count: found.count, since: new Date(found.since) } : null
}
