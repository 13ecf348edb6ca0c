import { sql } from 'drizzle-orm'
import { insertSelect } from '../db/insert-select.ts'
import { caseEvents, cases } from '../db/tables/cases.ts'
import type { Staff } from '../orgs/staff.ts'
import type { Case, CaseForStaff } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import { move, type Outcome, type Scene } from './moving.ts'
import { urgentNotices } from './notices.ts'
import { moveAsWorker } from './worker.ts'

/** Why supervision starts by itself; stored as the reason of its event. */
export const supervisionCauses = [
  'overdue',
  'silence',
  'no_contact',
  'again',
  'third_dispatch',
  'retaliation',
] as const
export type SupervisionCause = (typeof supervisionCauses)[number]

/** Puts a case under supervision, with a reason; it does not get in the way of other acts. */
export async function supervise(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: { reason: string },
) {
  const actor = { kind: 'staff', staff } as const
  const changes = { supervisedAt: scene.now }
  return move(scene, { action: 'supervise', subject, actor, reason: input.reason, changes })
}

export async function liftSupervision(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: { reason: string },
) {
  const actor = { kind: 'staff', staff } as const
  const changes = { supervisedAt: null }
  return move(scene, { action: 'lift_supervision', subject, actor, reason: input.reason, changes })
}

/** The worker says that he is made to pay for having spoken: supervision, and people are told at once. */
export async function reportRetaliation(
  scene: Scene,
  subject: CaseForWorker,
  input: { reason: string },
): Promise<Outcome> {
  const it = subject.case
  return moveAsWorker(scene, subject, {
    action: 'report_retaliation',
    reason: input.reason,
    changes: { supervisedAt: it.supervisedAt ?? scene.now },
    also: [
      ...(it.supervisedAt ? [] : [supervisionEvent(scene, it, 'retaliation')]),
      urgentNotices(scene.db, it.id, 'retaliation', scene.now),
    ],
  })
}

/** The event of a supervision that starts by itself, for the batch of its cause. */
export function supervisionEvent({ db, now }: Scene, it: Case, cause: SupervisionCause) {
  return db.insert(caseEvents).values({
    caseId: it.id,
    seq: sql`(select coalesce(max(seq), 0) + 1 from case_events where case_id = ${it.id})`,
    at: now,
    action: 'supervise',
    from: it.state,
    to: it.state,
    actor: 'clock',
    reason: cause,
  })
}

/** The same for all cases that match, in statements that run over the whole table by an index. */
export function superviseWhere({ db, now }: Scene, which: ReturnType<typeof sql>, cause: SupervisionCause) {
  const silent = sql`${which} and supervised_at is null`
  const event = {
    caseId: cases.id,
    seq: sql`(select coalesce(max(seq), 0) + 1 from case_events e where e.case_id = cases.id)`,
    at: now,
    action: 'supervise',
    from: cases.state,
    to: cases.state,
    actor: 'clock',
    reason: cause,
  } as const
  return [
    insertSelect(db, caseEvents, event, sql`from cases where ${silent}`),
    db.update(cases).set({ supervisedAt: now }).where(silent),
  ] as const
}
