import { newId } from '../db/id.ts'
import { replies } from '../db/tables/cases.ts'
import type { ReplyOutcome } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import type { CaseForStaff } from './access.ts'
import { move, type Outcome, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'

/** The handler begins to write the answer. */
export async function startDraft(scene: Scene, staff: Staff, subject: CaseForStaff, input: { turn: number }) {
  return move(scene, { action: 'start_draft', subject, actor: { kind: 'staff', staff }, turn: input.turn })
}

/** Hands a draft in for review; every draft is a row of its own. */
export async function submitDraft(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: { turn: number; body: string; outcome: ReplyOutcome },
): Promise<Outcome> {
  const body = input.body.trim()
  if (!body) return { ok: false, why: 'reason_missing' }
  const id = newId(scene.now)
  const it = subject.case
  return move(scene, {
    action: 'submit_draft',
    subject,
    actor: { kind: 'staff', staff },
    turn: input.turn,
    changes: { replyId: id },
    also: [
      scene.db.insert(replies).values({
        id,
        caseId: it.id,
        body,
        outcome: input.outcome,
        drafterId: staff.id,
        draftedAt: scene.now,
      }),
    ],
  })
}

/** The reviewer gives the draft back to its handler, with the reason. */
export async function sendBack(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, { action: 'send_back', subject, actor: { kind: 'staff', staff }, ...input })
}
