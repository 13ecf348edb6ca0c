import { type SQL, sql } from 'drizzle-orm'
import { nearestWith } from '../engine/holders.ts'
import type { Case } from '../engine/process.ts'
import type { Staff } from '../orgs/staff.ts'
import type { CasePage } from './loading.ts'

/**
 * Whose it is to read what a worker wrote: whoever has the case, of a merged one whoever has the one that lives
 * on, and where nobody of the union has it any more the nearest duty officer.
 */

/** SQL over `cases` with a mark, and `held`, the same or the one that lives on: its rows. */
export const heldOf = sql`cases held on held.id = coalesce((select g.merged_into_id from grievances g
  where g.case_id = cases.id and cases.closing_label = 'merged'), cases.id)`

/** SQL over `cases` and `held`: the organisation whose duty officers read where nobody has it. */
export const dutyOrg = sql`case when held.holder_role is null then ${nearestWith('duty_officer')} end`

/** SQL over `cases`: whether it is this person's to read. */
export function isToRead(staffId: string | SQL): SQL {
  const holds = (org: SQL, role: SQL) => sql`exists (select 1 from role_grants g
    where g.staff_id = ${staffId} and g.role = ${role} and g.org_id = ${org})`
  return sql`exists (select 1 from (select 1) join ${heldOf} where held.holder_id = ${staffId}
    or (held.holder_id is null and ${holds(sql`held.holder_org_id`, sql`held.holder_role`)})
    or ${holds(dutyOrg, sql`'duty_officer'`)})`
}

/** Whether this person reads by opening the page: it is his turn, and the case stays in his work by that. */
export function readsByOpening(staff: Staff, { case: it, living }: CasePage): boolean {
  return it.readBy !== null && isTurnOf(staff, living ?? it)
}

/** Whether a case waits for this person: by his name, or by a role he holds. */
export function isTurnOf(
  staff: Staff,
  { holderId, holderOrgId, holderRole }: Pick<Case, 'holderId' | 'holderOrgId' | 'holderRole'>,
): boolean {
  if (holderId) return holderId === staff.id
  return staff.grants.some((grant) => grant.orgId === holderOrgId && grant.role === holderRole)
}
