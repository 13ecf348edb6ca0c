import { eq } from 'drizzle-orm'
import { identities } from '../../db/tables/submissions.ts'
import type { Change } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { encryptAnew } from '../keys/encrypting-anew.ts'
import { type Details, detailsOf, keptDetails, sealedDetailsOf } from '../vault.ts'
import { endConsents } from './ending-consents.ts'
import type { FiledEffect, FiledSubject } from './subject.ts'

/**
 * The worker seals his name by his receipt, which whoever asks has compared with that of the case. The case has a new
 * key from here on, so that in time no backup opens what lay there unsealed; what he agreed to is taken back.
 */
export const sealIdentity: FiledEffect = async (scene, subject, { receipt }) => {
  const details = await detailsOf(scene, subject)
  if (!receipt || !details) return { ok: false, why: 'invalid' }
  const { also = [], ...change } = await sealedBy(receipt, scene, subject, details)
  return { ...change, also: [...endConsents(scene, subject.case.id), ...also] }
}

/** He opens it to the union; refused as invalid with a receipt that does not open it. */
export const openIdentity: FiledEffect = async (scene, subject, { receipt }) => {
  const details = receipt ? await sealedDetailsOf(scene, subject, receipt) : null
  if (!details) return { ok: false, why: 'invalid' }
  const { id } = subject.case
  const kept = await keptDetails(subject.cipher, id, details, null)
  return { also: [scene.db.update(identities).set(kept).where(eq(identities.caseId, id))] }
}

/** Keeps details under a receipt, in place of those that are there. */
export async function sealedBy(
  receipt: string,
  scene: Scene,
  subject: FiledSubject,
  details: Details,
): Promise<Change> {
  const { id } = subject.case
  const { cipher, statements } = await encryptAnew(scene, subject, [identities.details])
  const kept = await keptDetails(cipher, id, details, receipt)
  const instead = scene.db.update(identities).set(kept).where(eq(identities.caseId, id))
  return { cipher, also: [instead, ...statements] }
}
