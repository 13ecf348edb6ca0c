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
 * have done. Whoever may handle is taken to have the case. Works that no line lets pass together are walked
 * one after the other, and relations in which no work is let pass bar nobody: each would multiply the places.
 */
export function ownWork(process: Checked): string[] {
  const triples = rolesOfThree()
  const faults = new Set<string>()
  for (const works of worksOf(process).map((names) => withWorks(process, names)))
    for (const [index, a] of triples.entries())
      for (const b of triples.slice(index))
        for (const fault of walked(works, { A: a, B: b })) faults.add(fault)
  return [...faults]
}

/** The relations in which work is let pass, those together that a line names together. */
function worksOf({ moves }: Checked): Set<string>[] {
  const named = Object.values(moves).flatMap(({ approves }) => (approves ? [new Set<string>(approves)] : []))
  return named.reduce<Set<string>[]>((groups, names) => {
    const shares = (group: Set<string>) => [...group].some((name) => names.has(name))
    const apart = groups.filter((group) => !shares(group))
    const together = groups.filter(shares)
    return [...apart, new Set([...together, names].flatMap((group) => [...group]))]
  }, [])
}

/** The process as far as these works go. */
function withWorks(process: Checked, works: Set<string>): Checked {
  const only = (names: readonly string[] | undefined) => (names ?? []).filter((name) => works.has(name))
  const moves = Object.entries(process.moves).map(([action, { makes, ...move }]): [string, Move] => [
    action,
    {
      ...move,
      not: only(move.not),
      clears: only(move.clears),
      approves: only(move.approves),
      ...(makes && works.has(makes) && { makes }),
    },
  ])
  const guards = Object.entries(process.guards).map(([name, { somebodyIs, ...guard }]) => [
    name,
    { ...guard, ...(somebodyIs && works.has(somebodyIs) && { somebodyIs }) },
  ])
  return { ...process, moves: Object.fromEntries(moves), guards: Object.fromEntries(guards) }
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
