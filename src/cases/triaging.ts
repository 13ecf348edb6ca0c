import { and, desc, eq, sql } from 'drizzle-orm'
import { caseEvents, cases } from '../db/tables/cases.ts'
import type { Category } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import { levelAbove } from '../orgs/tree.ts'
import { type CaseForStaff, maySee } from './access.ts'
import { endangered } from './endangering.ts'
import { type CaseForWorker, type CasePage, loadForStaff } from './loading.ts'
import { move, type Outcome, type Refused, type Scene } from './moving.ts'
import { categoryRules, confidence } from './routing.ts'
import { moveAsWorker } from './worker.ts'

/** What a form of the desk carries: the turn the person saw, and his reason. */
export interface Step {
  turn: number
  reason?: string | undefined
}

export interface Acceptance extends Step {
  category?: Category | undefined
  complex?: boolean | undefined
  workers?: number | undefined
}

/**
 * Accepts a case, with the category, weight and number of workers the duty officer found. A new category
 * may make it more secret or more urgent, never less; one about the union's own conduct goes a level up.
 * `urgent` says that somebody is told at once: wake the sender.
 */
export async function accept(
  scene: Scene,
  staff: Staff,
  subject: CasePage,
  input: Acceptance,
): Promise<{ ok: true; urgent?: true } | Refused> {
  const it = subject.case
  const category = input.category ?? it.category
  const workers = input.workers ?? it.workers
  if (!Number.isInteger(workers) || workers < 1) return invalid
  const goesUp = categoryRules[category].goesAbove === true && !it.bypassesUnit
  const danger = endangered(scene, subject, category)
  const outcome = await move(scene, {
    action: 'accept',
    subject,
    actor: { kind: 'staff', staff },
    turn: input.turn,
    reason: input.reason,
    changes: {
      category,
      workers,
      ...confidence(it, category, it.mode),
      complex: input.complex ?? it.complex,
      bypassesUnit: it.bypassesUnit || goesUp,
      acceptedAt: scene.now,
      ...danger?.changes,
    },
    after: danger?.after,
    ...(goesUp ? { orgPath: levelAbove(it.orgPath) } : {}),
  })
  return outcome.ok && danger ? { ok: true, urgent: true } : outcome
}

/** Asks the worker for what is missing; after the window the case goes on with the facts at hand. */
export async function askInfo(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const actor = { kind: 'staff', staff } as const
  const changes = { contactedAt: subject.case.contactedAt ?? scene.now }
  return move(scene, { action: 'ask_info', subject, actor, ...input, changes })
}

/** The worker answers what was asked. */
export async function giveInfo(scene: Scene, subject: CaseForWorker, input: { text: string; turn?: number }) {
  return moveAsWorker(scene, subject, { action: 'give_info', reason: input.text, turn: input.turn })
}

/** Closes a case that says what another one says; the other one then stands for the workers of both. */
export async function merge(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: Step & { into: number },
): Promise<Outcome> {
  const target = await mergeTarget(scene, staff, subject, input.into)
  if (!target) return invalid
  const it = subject.case
  return move(scene, {
    action: 'merge',
    subject,
    actor: { kind: 'staff', staff },
    turn: input.turn,
    reason: input.reason,
    changes: { closingLabel: 'merged', mergedIntoId: target.id },
    also: [
      scene.db
        .update(cases)
        .set({ workers: sql`${cases.workers} + ${it.workers}` })
        .where(eq(cases.id, target.id)),
    ],
  })
}

/** Proposes to decline, with the reason and the right channel; a second person decides. */
export async function proposeDecline(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const actor = { kind: 'staff', staff } as const
  return move(scene, {
    action: 'propose_decline',
    subject,
    actor,
    ...input,
    changes: { proposerId: staff.id },
  })
}

/** Agrees; the worker reads the second person's words or, without any, those of the proposal. */
export async function agreeDecline(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const reason = input.reason?.trim() || (await proposalOf(scene, subject.case.id))
  const changes = { closingLabel: 'declined' as const, contactedAt: subject.case.contactedAt ?? scene.now }
  const actor = { kind: 'staff', staff } as const
  return move(scene, { action: 'agree_decline', subject, actor, turn: input.turn, reason, changes })
}

/** Does not agree; the case goes on. */
export async function refuseDecline(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  const actor = { kind: 'staff', staff } as const
  return move(scene, { action: 'refuse_decline', subject, actor, ...input, changes: { proposerId: null } })
}

/** Why it was proposed to decline the case; for whoever decides about it. */
export async function proposalOf({ db }: Scene, caseId: string): Promise<string | undefined> {
  const [event] = await db
    .select({ reason: caseEvents.reason })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.action, 'propose_decline')))
    .orderBy(desc(caseEvents.seq))
    .limit(1)
  return event?.reason ?? undefined
}

const invalid = { ok: false, why: 'invalid' } as const

async function mergeTarget(scene: Scene, staff: Staff, subject: CaseForStaff, number: number) {
  if (!Number.isSafeInteger(number)) return null
  const [row] = await scene.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number))
  const target = row && (await loadForStaff(scene, staff, row.id))
  if (!target || !maySee(staff, target) || target.case.id === subject.case.id) return null
  return target.case.closedAt === null ? target.case : null
}
