import type { SQL } from 'drizzle-orm'
import type { ClosingLabel, DutyHolder, DutyKind, ProcessName, Role, State } from '../db/vocabulary.ts'
import type { Readers } from './leaks.ts'
import type { Telling } from './telling.ts'

/** Who has a case: whoever holds a role there, its handler, the worker, or nobody any more. */
export type Holder = Role | 'its_handler' | 'worker' | 'nobody'

/** What may hold of a case beside its state. */
export type Overlay = 'supervised' | 'extended' | 'danger'

export interface StateRule {
  holder: Holder
  /** The role that has the case instead, where it asks for more than the usual one: SQL over `cases`. */
  higher?: { role: Role; when: SQL }
  /** Runs as long as the case is in this state. */
  duty?: DutyKind
  /** Nobody owes the worker anything any more. */
  ended?: true
}

export interface DutyRule {
  holder: DutyHolder
  /** Begun again while it runs, it keeps the date that it has, unless the new one is sooner. */
  keepsDate?: true
  /** Whether supervision starts when half of the time went by without a note. */
  halfway?: true
}

/** One line of a process: what may be done, from where, by whom, and what follows. */
export interface Move<
  Relation extends string = string,
  Guard extends string = string,
  Window extends string = string,
  Field extends string = string,
  Child extends ProcessName = ProcessName,
> {
  from: readonly State[]
  /** `same`: an act that leaves the state, as an overlay or a note does. */
  to: State | 'same'
  /** A handler acts only on the cases that are his; every other role on those in his scope. */
  by: readonly (Role | 'worker' | 'clock' | 'system')[]
  /** Relations that bar a person who could act otherwise: nobody approves his own work. */
  not?: readonly Relation[]
  reason?: 'required' | 'optional'
  /** What the worker sees of it in his history. */
  shown: 'hidden' | 'event' | 'reason'
  /** Who else reads its words; they pass only without what tells who a worker is. */
  leaves?: Readers
  /** Named conditions, all of which must hold. */
  when?: readonly Guard[]
  /** The time within which it may still be done. */
  within?: Window
  /** Who has the case then, where it is not whom the state names. */
  holder?: Holder
  /** Duties that begin, beside the one of the state that is entered. */
  starts?: readonly DutyKind[]
  /** Duties that are met by it, beside the one of the state that is left. */
  meets?: readonly DutyKind[]
  /** Duties that end without having been met. */
  stops?: readonly DutyKind[]
  /** The state is entered without the duty that it names; another one runs on. */
  dutyless?: true
  /** What the clock does when this duty of the worker is over. */
  lapses?: DutyKind
  /** How a case that it closes is labelled; without one, its effect says so. */
  label?: ClosingLabel
  raises?: Overlay
  lowers?: Overlay
  /** The relation in which whoever does it stands from then on, or that he gives to whom he chooses. */
  makes?: Relation
  gives?: Relation
  /** Relations in which nobody stands any more. */
  clears?: readonly Relation[]
  /** Whose work it lets pass: the checker holds that it is never one's own. */
  approves?: readonly Relation[]
  tells?: readonly Telling[]
  /** The process of a further case that it opens below this one; not on a move of the clock. */
  opens?: Child
  /** The last part of its address, and what its form asks; without a noun no page offers it by itself. */
  noun?: string
  asks?: readonly Field[]
  /** Whoever does it may be out of the case by it: he stands aside, or it is for named people then. */
  hides?: true
  /** Does nothing for the worker: whoever waits for a sign of life goes on waiting. */
  idle?: true
  /** Does not change what others may do next, and so never collides with them. */
  free?: true
  /** How often a day the worker may do it on one case, for what he could do again and again. */
  perDay?: number
  /** Leaves no event: its words stand in the thread. */
  unrecorded?: true
}

/** The rule of one move, with its optional parts typed alike for all. */
export function moveOf(process: { moves: Record<string, Move> }, action: string): Move | undefined {
  return Object.hasOwn(process.moves, action) ? process.moves[action] : undefined
}
