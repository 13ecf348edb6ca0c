import { type SQL, sql } from 'drizzle-orm'
import type { Role, State } from '../db/vocabulary.ts'
import { words } from '../db/words.ts'
import { caseRoles } from '../orgs/roles.ts'
import type { Lines, Subject } from './process.ts'

/**
 * SQL over `cases`, on `role_grants g`: who is barred from the step that a case waits for in a state and role,
 * so that it does not wait where nobody could make it. It follows from the lines: whom a way out of the state
 * refuses in this role, for what he did with the case or because his role is not enough.
 */
export function barredFrom<S extends Subject>(process: Lines<S>, state: State, role: Role): SQL {
  return anyOf([...barsOf(process, state, role).values()])
}

/** The same for rows in any state, each by its state and a role. */
export function barredFromEach<S extends Subject>(process: Lines<S>, role: SQL): SQL {
  const waits = new Map<string, { places: string[]; bar: SQL }>()
  for (const state of Object.keys(process.states) as State[])
    for (const one of caseRoles)
      for (const [name, bar] of barsOf(process, state, one))
        waits.set(name, { bar, places: [...(waits.get(name)?.places ?? []), `${state} ${one}`] })
  return anyOf(
    [...waits.values()].map(
      ({ places, bar }) => sql`(cases.state || ' ' || ${role} in ${words(places)} and ${bar})`,
    ),
  )
}

/** SQL: whether any holds. In halves, for an expression nests a hundred deep at most. */
export function anyOf(conditions: SQL[]): SQL {
  const [one, another] = conditions
  if (!one) return sql`false`
  if (!another) return one
  const half = Math.ceil(conditions.length / 2)
  return sql`((${anyOf(conditions.slice(0, half))}) or (${anyOf(conditions.slice(half))}))`
}

/** The relations and guards that bar people from the ways on from a state, by name, for whoever has the case there. */
function barsOf<S extends Subject>(process: Lines<S>, state: State, role: Role): Map<string, SQL> {
  const { states, moves } = process
  if ((role === 'handler') !== (states[state]?.holder === 'its_handler')) return new Map()
  const ways = Object.values(moves).filter(
    (move) => move.to !== 'same' && move.from.includes(state) && move.by.includes(role),
  )
  const names = ways.flatMap((move) => [...(move.not ?? []), ...(move.when ?? [])])
  // SQLite reads no condition that is a hundred deep, so that those which bar nobody are left out.
  return new Map(
    names.flatMap((name): [string, SQL][] => {
      const bar = barredBy(process, name)
      return bar ? [[name, bar]] : []
    }),
  )
}

function barredBy<S extends Subject>({ relations, guards }: Lines<S>, name: string): SQL | undefined {
  if (name === 'handler') return sql`g.staff_id is cases.handler_id`
  if (name === 'former_handler') return sql`g.staff_id is cases.former_handler_id`
  const relation = relations[name]
  return relation ? sql`g.staff_id in (${relation.sql})` : guards[name]?.bars
}
