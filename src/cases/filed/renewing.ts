import { sealedDetailsOf } from '../vault.ts'
import { endNews } from './ending-news.ts'
import { sealedBy } from './sealing-names.ts'
import type { FiledEffect } from './subject.ts'

/**
 * The worker puts another receipt in place of one that somebody else may know; the old one is void from here on. Whoever
 * had himself told of news by it is told no more. What the old one sealed is sealed by the new one; refused as invalid
 * where the old one does not open it.
 */
export const replaceReceipt: FiledEffect = async (scene, subject, input) => {
  const { receiptHash, newReceipt, receipt } = input
  if (!receiptHash) return { ok: false, why: 'invalid' }
  const forgotten = endNews(scene, subject.case.id)
  if (!subject.isSealed) return { case: { receiptHash }, also: forgotten }
  const details = receipt ? await sealedDetailsOf(scene, subject, receipt) : null
  if (!details || !newReceipt) return { ok: false, why: 'invalid' }
  const sealed = await sealedBy(newReceipt, scene, subject, details)
  return { ...sealed, case: { receiptHash }, also: [...forgotten, ...(sealed.also ?? [])] }
}
