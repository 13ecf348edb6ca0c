import { type SQL, sql } from 'drizzle-orm'
import { type CaseRef, eachCase, mayKnow } from '../cases/sight.ts'
import type { Role, State } from '../db/vocabulary.ts'
import { waitedForRoles } from '../orgs/roles.ts'
import { lineage } from '../orgs/tree.ts'
import type { Holder } from './move.ts'
import type { Case, Lines, Subject } from './process.ts'

/**
 * SQL: the organisation, the case's own or the nearest above, where somebody may take the case in this role:
 * active, not kept from seeing it, and not barred (a condition on `g.staff_id`). Null where nobody may.
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
 * SQL over `cases`, on `g.staff_id`: who is barred from the step that a case waits for in a state and role,
 * so that it does not wait where only its author could. It follows from the lines: whom a way on of this
 * role refuses.
 */
export function barredFrom<S extends Subject>(process: Lines<S>, state: State, role: Role): SQL {
  return anyOf(barringRelations(process, state, role).map((name) => standsIn(process, name)))
}

/** The same for rows in any state, each by the state and the role that it waits for. */
export function barredFromEach<S extends Subject>(process: Lines<S>): SQL {
  const waits = new Map<string, string[]>()
  for (const state of Object.keys(process.states) as State[])
    for (const role of waitedForRoles)
      for (const name of barringRelations(process, state, role))
        waits.set(name, [...(waits.get(name) ?? []), `${state} ${role}`])
  return anyOf(
    [...waits].map(
      ([name, places]) =>
        sql`(cases.state || ' ' || cases.holder_role in ${places} and ${standsIn(process, name)})`,
    ),
  )
}

function standsIn<S extends Subject>({ relations }: Lines<S>, name: string): SQL {
  if (name === 'handler') return sql`g.staff_id is cases.handler_id`
  const rule = relations[name]
  return rule ? sql`g.staff_id in (${rule.sql})` : sql`false`
}

function anyOf(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`false` : sql.join(conditions, sql` or `)
}

function barringRelations<S extends Subject>(process: Lines<S>, state: State, role: Role): string[] {
  const ways = Object.values(process.moves).filter(
    (move) => !move.free && move.from.includes(state) && move.by.includes(role),
  )
  return [...new Set(ways.flatMap((move) => move.not ?? []))]
}

/**
 * SQL over a row of `cases`, by its name, and `role_grants g`: whether it is with this person, by his name or by his
 * role. Two ways, each with an index of its own; a `case` would walk through everybody.
 */
export function isWith(row: SQL): SQL {
  return sql`(g.staff_id = ${row}.holder_id or (${row}.holder_id is null and g.role = ${row}.holder_role
    and g.org_path = (select o.path from organisations o where o.id = ${row}.holder_org_id)))`
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
