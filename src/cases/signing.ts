import { eq } from 'drizzle-orm'
import { replies } from '../db/tables/cases.ts'
import type { Staff } from '../orgs/staff.ts'
import { type CaseForStaff, chairMustSign } from './access.ts'
import { move, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'

/** The reviewer approves; the case goes to the chair where he must sign, else to a deputy. */
export async function approve(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, {
    action: 'approve',
    subject,
    actor: { kind: 'staff', staff },
    ...input,
    also: onReply(scene, subject, { reviewerId: staff.id, reviewedAt: scene.now }),
    holder: chairMustSign(subject.case, subject.reply?.outcome) ? 'chair' : 'deputy_chair',
  })
}

/** Signs; from now on the worker reads the answer. */
export async function sign(scene: Scene, staff: Staff, subject: CaseForStaff, input: { turn: number }) {
  const { now } = scene
  return move(scene, {
    action: 'sign',
    subject,
    actor: { kind: 'staff', staff },
    turn: input.turn,
    changes: { repliedAt: now, contactedAt: subject.case.contactedAt ?? now, supervisedAt: null },
    also: onReply(scene, subject, { signerId: staff.id, signedAt: now }),
  })
}

/** Does not sign; the draft goes back to its handler, with the reason. */
export async function refuseSignature(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, { action: 'refuse_signature', subject, actor: { kind: 'staff', staff }, ...input })
}

function onReply({ db }: Scene, { case: it }: CaseForStaff, values: Partial<typeof replies.$inferInsert>) {
  return it.replyId ? [db.update(replies).set(values).where(eq(replies.id, it.replyId))] : []
}
