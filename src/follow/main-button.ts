import type { Action } from '../cases/processes.ts'
import type { Followed } from './followed.ts'

/** What the one button that stands out on the page does; all others are quiet. */
export type MainButton = 'information' | 'rating' | 'message'

/** What waits for the worker, where something does; else to write to the union. */
export function mainButtonOf({ case: it }: Followed, open: ReadonlySet<Action>): MainButton {
  if (it.state === 'needs_info') return 'information'
  return open.has('rate_unsolved') ? 'rating' : 'message'
}
