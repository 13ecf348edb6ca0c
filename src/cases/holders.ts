import { type SQL, sql } from 'drizzle-orm'
import type { Role } from '../db/vocabulary.ts'
import { lineage } from '../orgs/tree.ts'
import type { Move } from './moving.ts'
import { type CaseRef, mayKnow } from './sight.ts'
import type { Holder } from './workflow.ts'

/** Who is barred from the step that each row of `cases` waits for, as `barredFrom` has it for one. */
export const ownAuthors = sql`(
  select r.drafter_id from replies r where r.id = cases.reply_id and cases.holder_role <> 'duty_officer'
  union select r.reviewer_id from replies r
    where r.id = cases.reply_id and r.reviewer_id > '' and cases.holder_role in ('deputy_chair', 'chair')
  union select cases.handler_id where cases.handler_id > '' and cases.holder_role = 'department_head'
  union select cases.proposer_id where cases.proposer_id > '' and cases.holder_role = 'department_head')`

/**
 * The organisation, the case's own or the nearest above, where somebody may take the case in this role:
 * active, not kept from seeing it, and not one of those `barred`. Null where nobody may.
 */
export function nearestWith(role: Role | SQL, it: CaseRef, barred: string[] | SQL = []): SQL<string | null> {
  return sql`(
    select g.org_id from role_grants g join staff s on s.id = g.staff_id
    where g.role = ${role} and g.org_path in ${it.paths} and s.active = 1
      and g.staff_id not in ${barred} and ${mayKnow(sql`g.staff_id`, it)}
    order by g.org_path desc limit 1)`
}

/** The columns that say who moves the case next, after this step. */
export function holderColumns(holder: Holder | undefined, step: Move) {
  const it = { ...step.subject.case, ...step.changes }
  switch (holder) {
    case undefined:
      return {}
    case 'nobody':
    case 'worker':
      return { holderRole: null, holderOrgId: null, holderId: null }
    case 'its_handler':
      return { holderRole: 'handler' as const, holderOrgId: null, holderId: it.handlerId }
    default: {
      const paths = lineage(step.holderAt ?? step.orgPath ?? it.orgPath)
      const { id, secrecy, confidedTo } = it
      return {
        holderRole: holder,
        holderOrgId: nearestWith(
          holder,
          { id, paths, secrecy, confidedTo: confidedTo ?? null },
          barredFrom(holder, step),
        ),
        holderId: null,
      }
    }
  }
}

/** Nobody approves his own work, so a case does not wait where only its author could. */
function barredFrom(holder: Role, { actor, subject: { case: it, reply } }: Move): string[] {
  const author = actor.kind === 'staff' ? actor.staff.id : null
  const barred = {
    department_head: [author, it.handlerId],
    deputy_chair: [author, reply?.drafterId, reply?.reviewerId],
    chair: [author, reply?.drafterId, reply?.reviewerId],
  }
  const ids = holder in barred ? barred[holder as keyof typeof barred] : []
  return ids.filter((id) => id !== null && id !== undefined)
}
