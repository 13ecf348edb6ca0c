import { type Role, roles, type State } from '../../src/db/vocabulary.ts'
import type { Move } from '../../src/engine/move.ts'
import type { Lines, Process } from '../../src/engine/process.ts'
import { caseRoles } from '../../src/orgs/roles.ts'
import { ownWork } from './own-work.ts'

/** A process as its lines say it, whatever its cases are. */
export type Checked = Omit<Lines, 'relations' | 'guards' | 'windows'> & {
  duties: Process['duties']
  children: Partial<Record<string, unknown>>
  relations: Record<string, unknown>
  guards: Record<string, { sql?: unknown; somebodyIs?: string; nobodyIs?: string }>
}

/**
 * What is wrong with a process, in words; empty where it can be lived by. Each state is reached; each open
 * state has somebody who has the case and a date by which something happens; each case can end without the
 * worker; nobody approves his own work.
 */
export function faultsOf(process: Checked): string[] {
  return [
    ...unreached(process),
    ...undated(process),
    ...endless(process),
    ...unsaid(process),
    ...ownWork(process),
  ]
}

export function movesFrom(process: Checked, state: State): [string, Move][] {
  return Object.entries(process.moves).filter(([, move]) => move.from.includes(state))
}

/** The states in which a case may begin. */
export function beginnings({ moves }: Checked): State[] {
  return Object.values(moves).flatMap(({ from, to }) => (from.length === 0 && to !== 'same' ? [to] : []))
}

const statesOf = ({ states }: Checked) => Object.keys(states) as State[]

/** All states that a walk comes to. */
function walk(process: Checked, begin: State[], takes: (move: Move) => boolean): Set<State> {
  const seen = new Set(begin)
  for (const state of seen)
    for (const [, move] of movesFrom(process, state)) if (move.to !== 'same' && takes(move)) seen.add(move.to)
  return seen
}

function unreached(process: Checked): string[] {
  const reached = walk(process, beginnings(process), () => true)
  return statesOf(process).flatMap((state) => (reached.has(state) ? [] : [`${state} is never reached`]))
}

/** Follows the duties along every path: who has the case, and what runs then. */
function undated(process: Checked): string[] {
  const faults = new Set<string>()
  const seen = new Set<string>()
  const open = beginnings(process).map((state): Standing => {
    const begun = Object.values(process.moves).filter(({ from, to }) => from.length === 0 && to === state)
    return enter(process, { state, holder: 'nobody', running: new Set() }, begun[0] ?? never)
  })
  for (const at of open) {
    const key = `${at.state} ${at.holder} ${[...at.running].sort()}`
    if (seen.has(key)) continue
    seen.add(key)
    if (process.states[at.state]?.ended) continue
    const fault = faultAt(process, at)
    if (fault) faults.add(fault)
    for (const [, move] of movesFrom(process, at.state)) open.push(enter(process, at, move))
  }
  return [...faults]
}

interface Standing {
  state: State
  holder: string
  running: Set<string>
}

const never: Move = { from: [], to: 'same', by: [], shown: 'hidden' }

function enter(process: Checked, at: Standing, move: Move): Standing {
  const state = move.to === 'same' ? at.state : move.to
  const rule = process.states[state]
  const running = new Set(at.running)
  for (const kind of [...(move.meets ?? []), ...(move.stops ?? [])]) running.delete(kind)
  if (move.to !== 'same') for (const { duty } of Object.values(process.states)) running.delete(duty ?? '')
  if (rule?.ended) running.clear()
  for (const kind of move.starts ?? []) running.add(kind)
  if (move.to !== 'same' && !move.dutyless && rule?.duty) running.add(rule.duty)
  const holder = move.holder ?? (move.to === 'same' ? at.holder : (rule?.holder ?? 'nobody'))
  return { state, holder, running }
}

function faultAt(process: Checked, { state, holder, running }: Standing): string | null {
  const rules: Record<string, { holder: string } | undefined> = process.duties
  const ours = [...running].some((kind) => rules[kind]?.holder === 'union')
  const ways = movesFrom(process, state).map(([, move]) => move)
  if (holder === 'nobody')
    return ways.some(({ by }) => by.includes('system') || by.includes('clock'))
      ? null
      : `${state} has nobody, and nothing moves it on`
  if (holder !== 'worker') return ours ? null : `${state} has nothing due while ${holder} has the case`
  const lapse = ways.some(({ lapses }) => lapses !== undefined && running.has(lapses))
  return lapse ? null : `${state} waits for the worker, and no time ends that`
}

function endless(process: Checked): string[] {
  const ofUnion: readonly string[] = [...roles, 'system', 'clock']
  const takes = ({ by }: Move) => by.some((who) => ofUnion.includes(who))
  return statesOf(process).flatMap((state) => {
    const ends = [...walk(process, [state], takes)].some((to) => process.states[to]?.ended)
    return ends ? [] : [`${state} cannot end without the worker`]
  })
}

/** Words that nothing stands behind, and conditions that the clock cannot ask. */
function unsaid(process: Checked): string[] {
  const known = new Set([
    ...Object.keys(process.relations),
    'in_scope',
    'recused',
    'handler',
    'former_handler',
  ])
  return Object.entries(process.moves).flatMap(([action, move]) => {
    const relations = [...(move.not ?? []), ...(move.clears ?? []), ...(move.approves ?? [])]
    const strange = relations.filter((name) => !known.has(name)).map((name) => `${action} names ${name}`)
    const guards = (move.when ?? []).filter((name) => !(name in process.guards))
    const unasked = move.by.includes('clock')
      ? (move.when ?? []).filter((name) => process.guards[name] && !process.guards[name]?.sql)
      : []
    const opened = move.opens && !(move.opens in process.children) ? [`${action} opens ${move.opens}`] : []
    const byClock = move.opens && move.by.includes('clock') ? [`the clock opens nothing by ${action}`] : []
    return [
      ...strange,
      ...opened,
      ...byClock,
      ...guards.map((name) => `${action} asks ${name}`),
      ...unasked.map((name) => `the clock cannot ask ${name} of ${action}`),
    ]
  })
}

/** All ways to give a person three of the roles that read cases. */
export function rolesOfThree(): Role[][] {
  return caseRoles.flatMap((a, i) =>
    caseRoles.slice(i + 1).flatMap((b, j) => caseRoles.slice(i + j + 2).map((c) => [a, b, c])),
  )
}
