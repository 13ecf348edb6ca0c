import { eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { caseEvents, cases } from '../db/tables/cases.ts'
import type { Role } from '../db/vocabulary.ts'
import type { Rules } from '../orgs/rules.ts'
import type { Staff } from '../orgs/staff.ts'
import { type Case, type CaseForStaff, mayAct, roleFor } from './access.ts'
import { deadlineFor } from './clocks.ts'
import { halfTime } from './halftime.ts'
import { holderColumns } from './holders.ts'
import { type Action, type Holder, isWithWorker, transition } from './workflow.ts'

/** What every behaviour of a case stands on. */
export interface Scene {
  db: Db
  rules: Rules
  now: Date
}

/** Who acts: a person in the case's scope, the worker himself, or no person at all. */
export type Actor =
  | { kind: 'staff'; staff: Staff }
  | { kind: 'worker' }
  | { kind: 'clock' }
  | { kind: 'system' }

export type Refusal = 'not_allowed' | 'conflict' | 'reason_missing' | 'invalid'
export type Refused = { ok: false; why: Refusal }
export type Outcome = { ok: true } | Refused

export interface Move {
  action: Action
  subject: CaseForStaff
  actor: Actor
  reason?: string | undefined
  /** The turn the person had before his eyes; another turn by now is a conflict. */
  turn?: number | undefined
  /** Further columns of the case that this behaviour sets. */
  changes?: Partial<typeof cases.$inferInsert>
  /** Further rows of the same batch; they stand or fall with the event, and come before the case. */
  also?: Statement[]
  /** Rows that depend on what the case is by then: they come after it. */
  after?: Statement[] | undefined
  /** The organisation that has the case next, where the behaviour moves it. */
  orgPath?: string
  /** Another holder than the table names, where the case decides it (the chair must sign). */
  holder?: Holder
  /** Where the holder is looked for, if not at the case's own organisation. */
  holderAt?: string | undefined
}

/**
 * The one place where a person changes a case. Checks the workflow, then writes the event, the case and
 * what else belongs to it in one batch. Refused: `not_allowed`, `reason_missing`, or `conflict` when
 * somebody else was faster (the unique turn of the event fails the whole batch).
 */
export async function move(scene: Scene, step: Move): Promise<Outcome> {
  const { subject, actor, action } = step
  const rule = transition(action)
  const it = subject.case
  if (step.turn !== undefined && step.turn !== it.turn) return { ok: false, why: 'conflict' }
  const role = actor.kind === 'staff' ? roleFor(action, actor.staff, subject) : null
  const allowed = actor.kind === 'staff' ? role !== null : mayAct(action, it.state, actor.kind)
  if (!allowed) return { ok: false, why: 'not_allowed' }
  const reason = step.reason?.trim() || null
  if (rule.reason === 'required' && !reason) return { ok: false, why: 'reason_missing' }

  try {
    const changed = rule.free && !step.changes ? [] : [caseAfter(scene, step)]
    await scene.db.batch([
      eventOf(scene, step, role, reason),
      ...(step.also ?? []),
      ...changed,
      ...(step.after ?? []),
    ])
    return { ok: true }
  } catch (error) {
    if (isConflict(error, 'case_events')) return { ok: false, why: 'conflict' }
    throw error
  }
}

function eventOf(
  { db, now }: Scene,
  { action, subject, actor }: Move,
  role: Role | null,
  reason: string | null,
) {
  const rule = transition(action)
  const { id, turn, state } = subject.case
  return db.insert(caseEvents).values({
    caseId: id,
    seq: sql`(select coalesce(max(seq), 0) + 1 from case_events where case_id = ${id})`,
    turn: rule.free ? null : turn + 1,
    at: now,
    action,
    from: state,
    to: rule.to === 'same' ? state : rule.to,
    actor: actor.kind,
    staffId: actor.kind === 'staff' ? actor.staff.id : null,
    role,
    reason,
    reasonShown: rule.shown === 'reason',
  })
}

function caseAfter(scene: Scene, step: Move) {
  const rule = transition(step.action)
  const it = step.subject.case
  return scene.db
    .update(cases)
    .set({
      ...(rule.free ? {} : { turn: it.turn + 1 }),
      ...stateColumns(step, scene.now),
      ...deadlineColumns(step, scene),
      ...orgColumns(step),
      ...holderColumns(step.holder ?? rule.holder, step),
      ...step.changes,
    })
    .where(eq(cases.id, it.id))
}

function stateColumns({ action }: Move, now: Date) {
  const { to } = transition(action)
  if (to === 'same') return {}
  const entered = { state: to, stateSince: now, proposerId: null }
  if (to === 'archived') return entered
  return to === 'closed' ? { ...entered, closedAt: now } : { ...entered, closedAt: null, closingLabel: null }
}

function deadlineColumns(step: Move, scene: Scene) {
  const { rules, now } = scene
  const { clock, holder } = transition(step.action)
  if (clock === undefined) return step.actor.kind === 'staff' ? { halfAt: null } : {}
  if (clock === 'none') return noDeadline
  const deadline = deadlineFor(clock, { ...step.subject.case, ...step.changes } as Case, rules, now)
  return freshDeadline(deadline, isWithWorker(step.holder ?? holder), scene)
}

/** A case that waits for nobody has no deadline. */
export const noDeadline = {
  dueAt: null,
  amberAt: null,
  halfAt: null,
  toldAt: null,
  lamp: 'green' as const,
  provisional: false,
}

/** The columns of a new deadline; nobody is reminded at half time while the worker has the case. */
export function freshDeadline(
  deadline: ReturnType<typeof deadlineFor>,
  withWorker: boolean,
  { rules, now }: Pick<Scene, 'rules' | 'now'>,
) {
  const halfAt = withWorker ? null : halfTime(now, deadline.dueAt, rules)
  return { ...deadline, lamp: 'green' as const, toldAt: null, halfAt }
}

function orgColumns({ orgPath }: Move) {
  if (orgPath === undefined) return {}
  return { orgPath, orgId: sql<string>`(select id from organisations where path = ${orgPath})` }
}
