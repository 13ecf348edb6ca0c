import type { Role, State } from '../../src/db/vocabulary.ts'
import type { Move } from '../../src/engine/move.ts'
import { beginnings, type Checked, movesFrom, rolesOfThree } from './checking.ts'

type Person = 'A' | 'B'
const people: Person[] = ['A', 'B']

/** Where a walk is: the state, who stands in which relation, and whose work that really is. */
interface Place {
  state: State
  related: Record<string, Person | undefined>
  author: Record<string, Person | undefined>
}

/**
 * Walks every path that two people with three roles each can take, whatever the conditions that depend on
 * the case alone say, and tells where one of them lets his own work pass, or work that nobody is known to
 * have done. Whoever may handle is taken to have the case, and relations in which no work is let pass bar nobody.
 */
export function ownWork(whole: Checked): string[] {
  const process = ofWorkAlone(whole)
  const triples = rolesOfThree()
  const faults = new Set<string>()
  for (const [index, a] of triples.entries())
    for (const b of triples.slice(index))
      for (const fault of walked(process, { A: a, B: b })) faults.add(fault)
  return [...faults]
}

/** The process without the relations that no line lets pass: each of them would multiply the places. */
function ofWorkAlone(process: Checked): Checked {
  const works = new Set(Object.values(process.moves).flatMap(({ approves }) => approves ?? []))
  const only = (names: readonly string[] | undefined) => (names ?? []).filter((name) => works.has(name))
  const moves = Object.entries(process.moves).map(([action, { makes, ...move }]): [string, Move] => [
    action,
    { ...move, not: only(move.not), clears: only(move.clears), ...(makes && works.has(makes) && { makes }) },
  ])
  return { ...process, moves: Object.fromEntries(moves) }
}

function walked(process: Checked, roles: Record<Person, Role[]>): Set<string> {
  const faults = new Set<string>()
  const seen = new Set<string>()
  const open: Place[] = beginnings(process).map((state) => ({ state, related: {}, author: {} }))
  for (const place of open) {
    const key = JSON.stringify(place)
    if (seen.has(key)) continue
    seen.add(key)
    for (const [action, move] of movesFrom(process, place.state)) {
      for (const actor of actorsOf(process, move, place, roles)) {
        for (const relation of actor ? (move.approves ?? []) : []) {
          if (place.related[relation] === undefined)
            faults.add(`${action} lets pass what no ${relation} made`)
          else if (place.author[relation] === actor) faults.add(`the ${relation} may ${action}`)
        }
        open.push(after(move, place, actor))
      }
    }
  }
  return faults
}

/** Who can take a line here; undefined stands for the worker, the clock and the system. */
function actorsOf(
  { guards }: Checked,
  move: Move,
  { related }: Place,
  roles: Record<Person, Role[]>,
): (Person | undefined)[] {
  const isOpen = (move.when ?? []).every((name) => {
    const guard = guards[name]
    if (guard?.somebodyIs) return related[guard.somebodyIs] !== undefined
    return !guard?.nobodyIs || related[guard.nobodyIs] === undefined
  })
  if (!isOpen) return []
  const able = people.filter(
    (person) =>
      roles[person].some((role) => move.by.includes(role)) &&
      !move.not?.some((relation) => related[relation] === person),
  )
  const others = move.by.some((who) => who === 'worker' || who === 'clock' || who === 'system')
  return others ? [...able, undefined] : able
}

function after(move: Move, { state, related, author }: Place, actor: Person | undefined): Place {
  const cleared = Object.fromEntries((move.clears ?? []).map((relation) => [relation, undefined]))
  const made = move.makes && actor ? { [move.makes]: actor } : {}
  return {
    state: move.to === 'same' ? state : move.to,
    related: { ...related, ...cleared, ...made },
    author: { ...author, ...made },
  }
}
