import type { SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Statement } from '../db/client.ts'
import type { cases, duties } from '../db/tables/cases.ts'
import type { DutyKind, ProcessName, Role, State } from '../db/vocabulary.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'
import type { Rules } from '../orgs/rules.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Grant, Staff } from '../orgs/staff.ts'
import type { Sweep } from './act-on-all.ts'
import type { Beginning } from './begin.ts'
import type { Leak, Readers } from './leaks.ts'
import type { Term } from './lengths.ts'
import type { DutyRule, Holder, Move, StateRule } from './move.ts'
import type { Telling } from './telling.ts'

export type Case = typeof cases.$inferSelect
export type Duty = typeof duties.$inferSelect

/** A case as one person meets it: whether he stands aside from it, and what runs on it. */
export interface Subject {
  case: Case
  recused: boolean
  duties: readonly Pick<Duty, 'kind' | 'dueAt'>[]
  /** Reads and writes its words. */
  cipher: CaseCipher
}

/** What the form of any move carries: the turn that the person saw, and his reason. */
export interface Input {
  turn?: number | undefined
  reason?: string | undefined
}

/** Who acts: a person in the case's scope, the worker himself, or no person at all. */
export type Actor =
  | { kind: 'staff'; staff: Staff }
  | { kind: 'worker' }
  | { kind: 'clock' }
  | { kind: 'system' }

/** A relation of people to a case: who stands in it, of a case at hand and of each row of `cases` in SQL. */
export interface RelationRule<S extends Subject> {
  of: (subject: S) => string | readonly string[] | null | undefined
  /** The ids of those who stand in it, as a query without parentheses. */
  sql: SQL
  /** The columns that make a person stand in it, where they are plain ones. */
  make?: (staffId: string) => Columns
  /** The columns that leave nobody in it. */
  clear?: Columns
}

/** A named condition: of a case at hand, with the role in which somebody acts, and for the clock in SQL. */
export interface Guard<S extends Subject> {
  holds: (subject: S, grant: Grant | null) => boolean
  /** Over the rows of `cases`; only the clock's moves need it. */
  sql?: SQL
  /** Where it asks for a certain role, over `cases` and `role_grants g`: that this one is not enough. */
  bars?: SQL
  /** What it says of a relation, where it says that: somebody stands in it, or nobody does. */
  somebodyIs?: string
  nobodyIs?: string
}

export interface Columns {
  case?: Partial<typeof cases.$inferInsert>
  own?: Record<string, unknown>
}

/** What a move changes beyond its line. */
export interface Change extends Columns {
  /** Further rows of the same batch; they stand or fall with the event, and come before the case. */
  also?: Statement[]
  /** The organisation that has the case next. */
  orgPath?: string | undefined
  /** Another holder than line and state name, where the case decides it. */
  holder?: Holder | undefined
  starts?: readonly DutyKind[]
  /** Duties that end without having been met. */
  stops?: readonly DutyKind[]
  /** Its words under a new key: `also` encrypts anew all that stays of them. */
  cipher?: CaseCipher
  /** Other words than the form's, as those of a proposal that is agreed to. */
  reason?: string | undefined
  /** The same words again are no second tap: something else of it changes, or each time counts. */
  mayRepeat?: true
  /** SQL: just this was said before; where it is not, the event says so. */
  again?: SQL
  /** Why supervision starts by itself. */
  supervise?: string | undefined
  tells?: readonly Telling[]
  /** Steps of the service on other cases of the process, in the same batch. */
  beside?: readonly Beside[]
  /** The same for all that match, after everything else. */
  sweeps?: readonly Omit<Sweep<unknown>, 'by'>[]
}

/** A step of the service on one other case. */
export interface Beside {
  subject: Subject
  action: string
  change?: Change
}

export type Refusal = 'not_allowed' | 'conflict' | 'reason_missing' | 'invalid' | 'too_often' | 'identifies'
export type Refused = { ok: false; why: Refusal; leak?: Leak }
/** `again`: the same person did just this a moment ago; nothing was written now. */
export type Outcome = { ok: true; again?: true } | Refused

/** Who makes a step, as effects ask: a person and the role in which he may, or nobody of the union. */
export interface By {
  staff: Staff | null
  role: Role | null
}

export type Effect<S extends Subject, I extends Input> = (
  scene: Scene,
  subject: S,
  input: I,
  by: By,
) => Change | Refused | Promise<Change | Refused>

/** Whether the words of a move that others read may leave; refused with `identifies`, or as often as a day allows. */
export type Leaving<S extends Subject, I extends Input> = (
  scene: Scene,
  subject: S,
  readers: Readers,
  said: { input: I; change: Change; by: By },
) => Promise<Refused | null>

/** A process whose cases another one opens, and how one begins: statements for the batch of its cause. */
export interface Child {
  process: Lines<never>
  begin: (scene: Scene, beginning: Beginning) => { theCase: Statement; others: Statement[] }
}

export interface Deadline extends Term {
  /** Null where nobody is reminded at half time. */
  halfAt: Date | null
}

export interface Process<S extends Subject = Subject, I extends Input = Input, F = never> {
  name: ProcessName
  version: number
  states: Partial<Record<State, StateRule>>
  duties: Partial<Record<DutyKind, DutyRule>>
  moves: Record<string, Move>
  relations: Record<string, RelationRule<S>>
  guards: Record<string, Guard<S>>
  /** Until when something may be done; null where it may not at all. */
  windows: Record<string, (subject: S, rules: Rules) => Term | null>
  effects: Partial<Record<string, Effect<S, I>>>
  /** What the words of a line that others read are held against, where it has such lines. */
  leaving?: Leaving<S, I>
  /** The processes whose cases a move of this one may open. */
  children: Partial<Record<ProcessName, Child>>
  /** What the dates of a case depend on, once these columns have changed. */
  facts: (subject: S, changed: Columns) => F
  /** When a duty that begins at an instant must be done. */
  deadline: (kind: DutyKind, facts: F, rules: Rules, from: Date) => Deadline
  /** The table of what only this process knows, by `caseId`. */
  own: SQLiteTable | null
}

/** A process as far as who may do what and who has a case follow from it. */
export type Lines<S extends Subject = Subject> = Pick<
  Process<S>,
  'name' | 'version' | 'states' | 'moves' | 'relations' | 'guards' | 'windows'
>

/**
 * Defines a process and checks its words: relations, guards, windows, moves and the fields of forms are
 * closed lists, named once. a test checks that it can be lived by.
 */
export function defineProcess<S extends Subject, I extends Input, F, Field extends string>() {
  return <
    const Relation extends string,
    const GuardName extends string,
    const Window extends string,
    const Opened extends ProcessName,
    const Moves extends Record<string, Move<Relation | Standing, GuardName, Window, Field, NoInfer<Opened>>>,
  >(
    process: Omit<Process<S, I, F>, 'moves' | 'relations' | 'guards' | 'windows' | 'effects' | 'children'> & {
      relations: Record<Relation, RelationRule<S>>
      guards: Record<GuardName, Guard<S>>
      windows: Record<Window, (subject: S, rules: Rules) => Term | null>
      children: Partial<Record<Opened, Child>>
      moves: Moves
      effects: Partial<Record<keyof Moves & string, Effect<S, I>>>
    },
  ) => process
}

/** The relations that the engine itself knows of. */
export type Standing = 'in_scope' | 'recused' | 'handler' | 'former_handler'
