import type { ProcessName } from '../db/vocabulary.ts'
import { moveOf } from '../engine/move.ts'
import { type GrievanceAction, grievance } from './grievance/process.ts'
import { type RegisterAction, register } from './register/process.ts'

/** All processes by which cases go. */
export const processes = { grievance, register } as const satisfies Record<ProcessName, unknown>

/** What may be done with a case, of any process; no two processes call two things by one name. */
export type Action = GrievanceAction | RegisterAction

export const actions: readonly Action[] = Object.values(processes).flatMap(
  ({ moves }) => Object.keys(moves) as Action[],
)

/** The line of an action, whichever process it belongs to. */
export function lineOf(action: Action) {
  const move = moveOf(isOfRegister(action) ? register : grievance, action)
  if (!move) throw new Error(`No process knows ${action}`)
  return move
}

export function isOfRegister(action: Action): action is RegisterAction {
  return Object.hasOwn(register.moves, action)
}

export function isAction(code: string | undefined): code is Action {
  return actions.some((action) => action === code)
}
