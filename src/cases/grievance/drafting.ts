import { newId } from '../../db/id.ts'
import { replies } from '../../db/tables/grievances.ts'
import { actingAt } from './acting-at.ts'
import type { GrievanceEffect } from './effect.ts'

/** Hands a draft in for review; every draft is a row of its own. */
export const submitDraft: GrievanceEffect = async ({ db, now }, { case: it, cipher }, input, by) => {
  const text = input.body?.trim()
  if (!text || !input.outcome || !by.staff) return { ok: false, why: 'reason_missing' }
  const id = newId(now)
  const body = await cipher.encrypt(replies.body, id, text)
  const draft = { id, caseId: it.id, body, outcome: input.outcome, drafterId: by.staff.id, draftedAt: now }
  const decidedPath = actingAt(by, it)
  return { own: { replyId: id }, also: [db.insert(replies).values({ ...draft, decidedPath })] }
}
