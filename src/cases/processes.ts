import type { ProcessName } from '../db/vocabulary.ts'
import { type Move, moveOf } from '../engine/move.ts'
import { type GrievanceAction, grievance } from './grievance/process.ts'
import { type RegisterAction, register } from './register/process.ts'

/** All processes by which cases go. */
export const processes = { grievance, register } as const satisfies Record<ProcessName, unknown>

/** What may be done with a case, of any process; what two of them call by one name is the same act. */
export type Action = GrievanceAction | RegisterAction

export const actions: readonly Action[] = [
  ...new Set(Object.values(processes).flatMap(({ moves }) => Object.keys(moves) as Action[])),
]

/** The line of an action as its form, history and address need it; states and people differ by process. */
export function lineOf(action: Action): Move {
  const move = moveOf(grievance, action) ?? moveOf(register, action)
  if (!move) throw new Error(`No process knows ${action}`)
  return move
}

export function isAction(code: string | undefined): code is Action {
  return actions.some((action) => action === code)
}
