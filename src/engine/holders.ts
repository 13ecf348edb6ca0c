import { type SQL, sql } from 'drizzle-orm'
import { type CaseRef, eachCase, mayKnow } from '../cases/sight.ts'
import type { Role, State } from '../db/vocabulary.ts'
import { words } from '../db/words.ts'
import { lineage } from '../orgs/tree.ts'
import { anyOf, barredFrom, barredFromEach } from './barred.ts'
import type { Holder } from './move.ts'
import type { Case, Lines, Subject } from './process.ts'

/**
 * SQL: the organisation, the case's own or the nearest above, where somebody may take the case in this role:
 * active, not kept from seeing it, and not barred (a condition on `role_grants g`). Null where nobody may.
 */
export function nearestWith(
  role: Role | SQL,
  it: CaseRef = eachCase,
  barred: SQL = sql`false`,
): SQL<string | null> {
  return sql`(
    select g.org_id from role_grants g join staff s on s.id = g.staff_id
    where g.role = ${role} and g.org_path in ${it.paths} and s.active = 1
      and not (${barred}) and ${mayKnow(sql`g.staff_id`, it)}
    order by g.org_path desc limit 1)`
}

/**
 * SQL over `cases` and `role_grants g`: whether it is with this person, by his name or by his role where it
 * waits. Two ways, each with an index of its own; a `case` would walk through everybody.
 */
export const isWith: SQL = sql`(g.staff_id = cases.holder_id or (cases.holder_id is null
    and g.role = cases.holder_role
    and g.org_path = (select o.path from organisations o where o.id = cases.holder_org_id)))`

/**
 * SQL over `cases`, `role_grants g` and `staff s`: whether this person may act on a case that is with him. He is
 * active, holds the role that it waits for over its place, sees it, and no way on refuses him.
 */
export function mayAct(processes: readonly Lines<never>[]): SQL {
  return sql`(s.active = 1 and g.role = cases.holder_role and g.org_path in ${eachCase.paths}
    and not (${barredFromSteps(processes)}) and ${mayKnow(sql`g.staff_id`)})`
}

/** SQL over `cases`: whether it is with somebody who may act on it; as if some grants `g` were gone already. */
export function isInHands(processes: readonly Lines<never>[], gone: SQL = sql`false`): SQL {
  return sql`exists (select 1 from role_grants g join staff s on s.id = g.staff_id
    where ${isWith} and ${mayAct(processes)} and not (${gone}))`
}

/** SQL over `cases` and `role_grants g`: who is barred from the step that each waits for, by its own process. */
export function barredFromSteps(processes: readonly Lines<never>[], role = sql`cases.holder_role`): SQL {
  return anyOf(
    processes.map((it) => sql`(cases.process in ${words([it.name])} and (${barredFromEach(it, role)}))`),
  )
}

/** The columns that say who moves a case next. */
export function holderColumns<S extends Subject>(
  process: Lines<S>,
  holder: Holder,
  state: State,
  place: { at: string; it: Pick<Case, 'id' | 'parentId' | 'secrecy' | 'confidedTo' | 'handlerId'> } | 'each',
) {
  switch (holder) {
    case 'nobody':
    case 'worker':
      return { holderRole: null, holderOrgId: null, holderId: null }
    case 'its_handler':
      return {
        holderRole: 'handler' as const,
        holderOrgId: null,
        holderId: place === 'each' ? sql<string | null>`cases.handler_id` : place.it.handlerId,
      }
    default: {
      const ref = place === 'each' ? eachCase : { ...place.it, paths: lineage(place.at) }
      const barred = barredFrom(process, state, holder)
      return { holderRole: holder, holderOrgId: nearestWith(holder, ref, barred), holderId: null }
    }
  }
}
