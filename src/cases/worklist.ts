import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { chairOf } from '../engine/telling.ts'
import { signs } from '../orgs/roles.ts'
import type { Grant, Staff } from '../orgs/staff.ts'
import { byDue, byReading, type CaseLine, type Page, pageOf } from './paging.ts'
import { processes } from './processes.ts'
import { reachOf, withinPaths } from './sight.ts'
import { isToRead } from './to-read.ts'

/** The work of a person: first what workers wrote that is his to read, then all else that waits for him. */
export interface Work extends Page {
  /** None on further pages; what is more than a page of them stands in the list of unread ones. */
  unread: CaseLine[]
}

/** What waits for this person, by due date: his own cases, those of a role of his, and what a chair decides. */
export async function myWork(
  db: Db,
  staff: Staff,
  { after, limit = 20 }: { after?: string | undefined; limit?: number },
): Promise<Work> {
  // What he was given and sees no more, for he lost his role there, is left out; the plus keeps the own index.
  const seen = withinPaths(reachOf(staff), sql`+`)
  const own = and(isNotNull(cases.holderId), eq(cases.holderId, staff.id), seen)
  const others = [own, ...staff.grants.map(waitingFor)].map((branch) => and(branch, isNull(cases.readBy)))
  const [work, unread] = await Promise.all([
    pageOf(db, staff, [...others, ...extensionsAsked(staff)], byDue, after, limit),
    after === undefined ? unreadOf(db, staff, limit) : [],
  ])
  return { ...work, unread }
}

/** SQL over `cases`, one for each index to be walked: what waits for this person's signature, in all his roles that sign. */
export function toSign(staff: Staff): SQL[] {
  return [...staff.grants.filter(({ role }) => signs(role)).map(waitingFor), ...extensionsAsked(staff)]
}

/** What waits for whoever holds a role there. */
function waitingFor({ orgId, role }: Grant): SQL {
  return sql`cases.holder_id is null and cases.holder_org_id = ${orgId} and cases.holder_role = ${role}`
}

/** For a chair the cases whose handler asked him for more time, by the few that ask; none for anybody else. */
function extensionsAsked({ id, grants }: Staff): SQL[] {
  const chairs = grants.filter(({ role }) => role === 'chair').map(({ orgId }) => orgId)
  if (chairs.length === 0) return []
  const { from } = processes.grievance.moves.refuse_extension
  return [
    sql`cases.id in (select a.case_id from grievances a indexed by grievances_asked where a.asker_id is not null)
      and cases.handler_id = (select a.asker_id from grievances a where a.case_id = cases.id)
      and cases.handler_id <> ${id} and +cases.state in ${from} and ${chairOf} in ${chairs}`,
  ]
}

/** What workers wrote that is this person's to read, the oldest first; few are marked, and only those are walked. */
async function unreadOf(db: Db, staff: Staff, limit: number): Promise<CaseLine[]> {
  const which = and(isNotNull(cases.readBy), isToRead(staff.id), withinPaths(reachOf(staff), sql`+`))
  return (await pageOf(db, staff, [which], byReading, undefined, limit)).cases
}
