import { and, eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { caseEvents, cases } from '../db/tables/cases.ts'
import { roleGrants, staff as staffTable } from '../db/tables/orgs.ts'
import type { Role } from '../db/vocabulary.ts'
import type { Rules } from '../orgs/rules.ts'
import { lineage, type Staff } from '../orgs/staff.ts'
import { type Case, type CaseForStaff, mayAct, roleFor } from './access.ts'
import { deadlineFor } from './clocks.ts'
import { type Action, type Holder, type Transition, transition } from './workflow.ts'

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
export type Outcome = { ok: true } | { ok: false; why: Refusal }

export interface Move {
  action: Action
  subject: CaseForStaff
  actor: Actor
  reason?: string | undefined
  /** The turn the person had before his eyes; another turn by now is a conflict. */
  turn?: number | undefined
  /** Further columns of the case that this behaviour sets. */
  changes?: Partial<typeof cases.$inferInsert>
  /** Further rows of the same batch; they stand or fall with the event. */
  also?: Statement[]
  /** The organisation that has the case next, where the behaviour moves it. */
  orgPath?: string
  /** Another holder than the table names, where the case decides it (the chair must sign). */
  holder?: Holder
}

/**
 * The one place where a case changes. Checks the workflow, then writes the event, the case and what else
 * belongs to it in one batch. Refused: `not_allowed`, `reason_missing`, or `conflict` when somebody else
 * was faster (the unique turn of the event fails the whole batch).
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
    await scene.db.batch([eventOf(scene, step, role, reason), ...changed, ...(step.also ?? [])])
    return { ok: true }
  } catch (error) {
    if (isTurnTaken(error)) return { ok: false, why: 'conflict' }
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

function caseAfter({ db, rules, now }: Scene, step: Move) {
  const rule = transition(step.action)
  const it = step.subject.case
  const moves = rule.to !== 'same'
  const orgPath = step.orgPath ?? it.orgPath
  return db
    .update(cases)
    .set({
      ...(rule.free ? {} : { turn: it.turn + 1 }),
      ...(moves ? { state: rule.to as Case['state'], stateSince: now, proposerId: null } : {}),
      ...(rule.to === 'closed' ? { closedAt: now } : {}),
      ...deadlineColumns(rule.clock, step, rules, now),
      ...holderColumns(step.holder ?? rule.holder, step, orgPath, db),
      ...step.changes,
    })
    .where(eq(cases.id, it.id))
}

function deadlineColumns(clock: Transition['clock'], step: Move, rules: Rules, now: Date) {
  if (clock === undefined) return {}
  if (clock === 'none') return { dueAt: null, amberAt: null, lamp: 'green' as const, provisional: false }
  const subject = { ...step.subject.case, ...step.changes } as Case
  return { ...deadlineFor(clock, subject, rules, now), lamp: 'green' as const }
}

function holderColumns(holder: Holder | undefined, step: Move, orgPath: string, db: Db) {
  switch (holder) {
    case undefined:
      return {}
    case 'nobody':
    case 'worker':
      return { holderRole: null, holderOrgId: null, holderId: null }
    case 'its_handler':
      return {
        holderRole: 'handler' as const,
        holderOrgId: null,
        holderId: step.changes?.handlerId ?? step.subject.case.handlerId,
      }
    default:
      return { holderRole: holder, holderOrgId: nearestWith(db, holder, orgPath), holderId: null }
  }
}

/** The organisation at or above a path, nearest first, where somebody holds a role; null where nobody does. */
export function nearestWith(db: Db, role: Role, orgPath: string) {
  const nearest = db
    .select({ orgId: roleGrants.orgId })
    .from(roleGrants)
    .innerJoin(staffTable, eq(staffTable.id, roleGrants.staffId))
    .where(
      and(
        eq(roleGrants.role, role),
        sql`${roleGrants.orgPath} in (${sql.join(
          lineage(orgPath).map((path) => sql`${path}`),
          sql`, `,
        )})`,
        eq(staffTable.active, true),
      ),
    )
    .orderBy(sql`${roleGrants.orgPath} desc`)
    .limit(1)
  return sql<string>`(${nearest})`
}

function isTurnTaken(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error)
  return text.includes('UNIQUE constraint failed: case_events')
}
