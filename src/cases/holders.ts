import { type SQL, sql } from 'drizzle-orm'
import type { Category, Role, Secrecy } from '../db/vocabulary.ts'
import { lineage } from '../orgs/staff.ts'
import type { Move } from './moving.ts'
import type { Holder } from './workflow.ts'

/** Where a holder is looked for, and for which case; as values, or as columns of `cases`. */
export interface Place {
  paths: string[] | SQL
  caseId: string | SQL
  category: Category | SQL
  secrecy: Secrecy | SQL
}

/** The place of each row of `cases`, inside a statement that runs over several. */
export const ownPlace: Place = {
  paths: sql`(cases.org_path, substr(cases.org_path, 1, 16), substr(cases.org_path, 1, 12), substr(cases.org_path, 1, 8), substr(cases.org_path, 1, 4))`,
  caseId: sql`cases.id`,
  category: sql`cases.category`,
  secrecy: sql`cases.secrecy`,
}

/** Who is barred from the step that each row of `cases` waits for, as `barredFrom` has it for one. */
export const ownAuthors = sql`(
  select r.drafter_id from replies r where r.id = cases.reply_id and cases.holder_role <> 'duty_officer'
  union select r.reviewer_id from replies r
    where r.id = cases.reply_id and r.reviewer_id > '' and cases.holder_role in ('deputy_chair', 'chair')
  union select cases.handler_id where cases.handler_id > '' and cases.holder_role = 'department_head'
  union select cases.proposer_id where cases.proposer_id > '' and cases.holder_role = 'department_head')`

/**
 * The organisation, the case's own or the nearest above, where somebody may take the case in this role:
 * active, not recused, named for a strict category, and not one of those `barred`. Null where nobody may.
 */
export function nearestWith(role: Role | SQL, place: Place, barred: string[] | SQL = []): SQL<string | null> {
  return sql`(
    select g.org_id from role_grants g join staff s on s.id = g.staff_id
    where g.role = ${role} and g.org_path in ${place.paths} and s.active = 1
      and g.staff_id not in ${barred}
      and not exists (select 1 from recusals r where r.case_id = ${place.caseId} and r.staff_id = g.staff_id)
      and (${place.secrecy} <> 'strict' or exists (
        select 1 from category_nominees n where n.category = ${place.category} and n.staff_id = g.staff_id))
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
      const place = { paths, caseId: it.id, category: it.category, secrecy: it.secrecy }
      return {
        holderRole: holder,
        holderOrgId: nearestWith(holder, place, barredFrom(holder, step)),
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
