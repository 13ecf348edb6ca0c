import { sealedDetailsOf } from '../vault.ts'
import { sealedBy } from './sealing-names.ts'
import type { FiledEffect } from './subject.ts'

/**
 * The worker puts another receipt in place of one that somebody else may know; the old one is void from here on. What
 * the old one sealed is sealed by the new one; refused as invalid where the old one does not open it.
 */
export const replaceReceipt: FiledEffect = async (scene, subject, input) => {
  const { receiptHash, newReceipt, receipt } = input
  if (!receiptHash) return { ok: false, why: 'invalid' }
  if (!subject.isSealed) return { case: { receiptHash } }
  const details = receipt ? await sealedDetailsOf(scene, subject, receipt) : null
  if (!details || !newReceipt) return { ok: false, why: 'invalid' }
  return { ...(await sealedBy(newReceipt, scene, subject, details)), case: { receiptHash } }
}
