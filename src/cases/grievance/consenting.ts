import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '../../db/id.ts'
import { consents } from '../../db/tables/consents.ts'
import type { ConsentAnswer } from '../../db/vocabulary.ts'
import { onlyWhile } from '../../engine/only-while.ts'
import type { Change } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dropUnanswered } from '../filed/ending-consents.ts'
import { toldOf } from '../told-of.ts'
import { detailsOf } from '../vault.ts'
import { type GrievanceEffect, invalid } from './effect.ts'

/**
 * Asks the worker whether somebody may be told who he is: whom, how that one is reached, what of it, and for what
 * (个人信息保护法 23). A question that he has not answered yet gives way to it. `reason_missing`: not all of that is said;
 * `invalid`: he left nothing of the kind.
 */
export const askConsent: GrievanceEffect = async (scene, subject, input, by) => {
  const { db, now } = scene
  const { case: it, cipher } = subject
  const recipient = input.recipient?.trim()
  const contact = input.contact?.trim()
  const purpose = input.purpose?.trim()
  const { what } = input
  if (!recipient || !contact || !purpose || !what || !by.staff) return { ok: false, why: 'reason_missing' }
  const details = (await detailsOf(scene, subject)) ?? {}
  if (Object.keys(toldOf(what, details, subject)).length === 0) return invalid
  const id = newId(now)
  const asked = {
    ...{ caseId: it.id, id, what, askedAt: now, askedBy: by.staff.id, role: by.role },
    recipient: await cipher.encrypt(consents.recipient, id, recipient),
    contact: await cipher.encrypt(consents.contact, id, contact),
    purpose: await cipher.encrypt(consents.purpose, id, purpose),
  }
  return { also: [dropUnanswered(db, it.id), db.insert(consents).values(asked)] }
}

/** The worker says that it may be told. */
export const giveConsent: GrievanceEffect = (scene, { case: it }, { consentId }) =>
  answered(scene, it.id, consentId, 'given')

/** The worker says that it may not; the case goes on all the same. */
export const refuseConsent: GrievanceEffect = (scene, { case: it }, { consentId }) =>
  answered(scene, it.id, consentId, 'refused')

/** The worker takes his yes back (个人信息保护法 15): from here on nothing is told by it. */
export const withdrawConsent: GrievanceEffect = (scene, { case: it }, { consentId }) =>
  changed(scene, it.id, consentId, isInForce, { withdrawnAt: scene.now })

/** A look; one for a sheet that is handed over falls where its worker has taken his yes back meanwhile. */
export const lookByConsent: GrievanceEffect = (scene, { case: it }, { consentId }) => ({
  mayRepeat: true,
  also: consentId ? [onlyInForce(scene, it.id, consentId)] : [],
})

/** SQL over `consents`: a yes that was not taken back. */
const isInForce = sql`answer = 'given' and withdrawn_at is null`

/** Statement: what is done by a consent falls where its worker has taken it back meanwhile. */
export function onlyInForce(scene: Scene, caseId: string, id: string) {
  return onlyWhile(scene, caseId, stands(caseId, id, isInForce))
}

function answered(scene: Scene, caseId: string, id: string | undefined, answer: ConsentAnswer) {
  const isAsked = sql`answer is null and withdrawn_at is null`
  return changed(scene, caseId, id, isAsked, { answer, answeredAt: scene.now })
}

/** Once: of two taps or two pages only the first one finds it as it was. The union is told of each. */
function changed(
  scene: Scene,
  caseId: string,
  id: string | undefined,
  before: SQL,
  values: Partial<typeof consents.$inferInsert>,
): Change | typeof invalid {
  if (!id) return invalid
  const which = and(eq(consents.caseId, caseId), eq(consents.id, id))
  const event = `${id} ${values.answer ?? 'withdrawn'}`
  return {
    also: [
      onlyWhile(scene, caseId, stands(caseId, id, before)),
      scene.db.update(consents).set(values).where(which),
    ],
    tells: [{ who: 'answerers', notice: 'consent_answered', event }],
    mayRepeat: true,
  }
}

function stands(caseId: string, id: string, how: SQL): SQL {
  return sql`exists (select 1 from consents where case_id = ${caseId} and id = ${id} and ${how})`
}
