import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import type { ProcessName } from '../../db/vocabulary.ts'
import { actOnAll, type Sweep } from '../../engine/act-on-all.ts'
import { guardsSql } from '../../engine/allowed.ts'
import { type Move, moveOf } from '../../engine/move.ts'
import type { Scene } from '../../orgs/scene.ts'
import { clockedOfNone } from '../grievance/clocks.ts'
import { grievance } from '../grievance/process.ts'
import { processes } from '../processes.ts'
import { register } from '../register/process.ts'

/** A step of the clock: a line of one of the processes. */
export interface ClockStep {
  process: ProcessName
  action: string
}

export type Swept = Omit<Sweep<never>, 'action' | 'facts'>

/** Statements: a step of the clock for all cases that match. */
export function sweep(scene: Scene, { process, action }: ClockStep, swept: Swept): Statement[] {
  switch (process) {
    case 'register':
      return actOnAll(register, scene, { ...swept, action, facts: () => ({}) })
    case 'grievance':
      // Of the case itself, the dates that begin with a step of the clock depend on danger alone.
      return actOnAll(grievance, scene, {
        ...swept,
        action,
        facts: (danger) => ({ ...clockedOfNone, danger }),
      })
  }
}

/** SQL over `cases`: where a step may be made, with nobody of the union who has the case. */
export function waitsFor(step: ClockStep): SQL {
  const line = lineAt(step)
  return sql`cases.process = ${step.process} and +cases.state in ${line.from} and cases.holder_role is null
    and ${guardsSql(processes[step.process], line)}`
}

export function lineAt({ process, action }: ClockStep): Move {
  const line = moveOf(processes[process], action)
  if (!line) throw new Error(`No ${action} in the process ${process}`)
  return line
}

/** All steps of the clock whose line matches, of every process. */
export function clockSteps(matches: (line: Move) => boolean): ClockStep[] {
  return Object.values(processes).flatMap(({ name, moves }) =>
    Object.entries(moves).flatMap(([action, line]) => (matches(line) ? [{ process: name, action }] : [])),
  )
}
