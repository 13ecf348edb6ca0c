import { newId } from '../../db/id.ts'
import { referrals } from '../../db/tables/consents.ts'
import { consentOf, standingOf } from '../consents.ts'
import { bareWords } from '../leaving/bare-text.ts'
import { onlyInForce } from './consenting.ts'
import { type GrievanceEffect, invalid } from './effect.ts'

/**
 * Tells another agency of a case, in words that have passed (`leaving.ts`), and where the worker agreed to just that,
 * who he is. `reason_missing`: to whom, or what; `invalid`: that consent is not in force, or is for somebody else,
 * or the name is sealed by now.
 */
export const refer: GrievanceEffect = async (scene, subject, input, by) => {
  const { case: it, cipher } = subject
  const { db, now } = scene
  const recipient = input.recipient?.trim()
  const told = input.body?.trim()
  if (!recipient || !told || !by.staff) return { ok: false, why: 'reason_missing' }
  const consent = input.consentId ? await consentOf(scene, subject, input.consentId) : null
  if (input.consentId && (!consent || standingOf(consent) !== 'given')) return invalid
  if (consent && subject.isSealed) return invalid
  if (consent && bareWords(consent.recipient) !== bareWords(recipient)) return invalid
  const id = newId(now)
  const referral = {
    ...{ caseId: it.id, id, at: now, staffId: by.staff.id, role: by.role, consentId: consent?.id ?? null },
    recipient: await cipher.encrypt(referrals.recipient, id, recipient),
    told: await cipher.encrypt(referrals.told, id, told),
  }
  const insert = db.insert(referrals).values(referral)
  if (!consent) return { also: [insert] }
  const after = { ...subject, case: { ...it, state: 'referred' as const } }
  return {
    also: [onlyInForce(scene, it.id, consent.id), insert],
    beside: [{ subject: after, action: 'pass_identity' }],
  }
}
