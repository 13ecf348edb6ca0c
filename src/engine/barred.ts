import { type SQL, sql } from 'drizzle-orm'
import type { Role, State } from '../db/vocabulary.ts'
import { words } from '../db/words.ts'
import { caseRoles } from '../orgs/roles.ts'
import type { Lines, Subject } from './process.ts'

/**
 * SQL over `cases`, on `role_grants g`: who is barred from the step that a case waits for in a state and role,
 * so that it does not wait where nobody could make it. It follows from the lines: whom a way on of this role
 * refuses, for what he did with the case or because his role is not enough.
 */
export function barredFrom<S extends Subject>(process: Lines<S>, state: State, role: Role): SQL {
  return anyOf([...waysOf(process, state, role)].map((name) => barredBy(process, name)))
}

/** The same for rows in any state, each by its state and a role. */
export function barredFromEach<S extends Subject>(process: Lines<S>, role: SQL): SQL {
  const waits = new Map<string, string[]>()
  for (const state of Object.keys(process.states) as State[])
    for (const one of caseRoles)
      for (const name of waysOf(process, state, one))
        waits.set(name, [...(waits.get(name) ?? []), `${state} ${one}`])
  return anyOf(
    [...waits].map(
      ([name, places]) =>
        sql`(cases.state || ' ' || ${role} in ${words(places)} and ${barredBy(process, name)})`,
    ),
  )
}

export function anyOf(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`false` : sql.join(conditions, sql` or `)
}

/** Names of the relations and guards that stand on the ways on from a state, for whoever has the case there. */
function waysOf<S extends Subject>({ states, moves }: Lines<S>, state: State, role: Role): Set<string> {
  if ((role === 'handler') !== (states[state]?.holder === 'its_handler')) return new Set()
  const ways = Object.values(moves).filter(
    (move) => !move.free && move.from.includes(state) && move.by.includes(role),
  )
  return new Set(ways.flatMap((move) => [...(move.not ?? []), ...(move.when ?? [])]))
}

function barredBy<S extends Subject>({ relations, guards }: Lines<S>, name: string): SQL {
  if (name === 'handler') return sql`g.staff_id is cases.handler_id`
  if (name === 'former_handler') return sql`g.staff_id is cases.former_handler_id`
  const relation = relations[name]
  return relation ? sql`g.staff_id in (${relation.sql})` : (guards[name]?.bars ?? sql`false`)
}
