import { eq, sql } from 'drizzle-orm'
import { newsWays } from '../../db/tables/news.ts'
import { countOfNews, noteDeletions } from '../deletion-ledger.ts'
import { sealedDetailsOf } from '../vault.ts'
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
  const { id } = subject.case
  const forgotten = [
    noteDeletions(scene, sql`cases.id = ${id}`, 'asked_by_worker', { news: countOfNews }),
    scene.db.delete(newsWays).where(eq(newsWays.caseId, id)),
  ]
  if (!subject.isSealed) return { case: { receiptHash }, also: forgotten }
  const details = receipt ? await sealedDetailsOf(scene, subject, receipt) : null
  if (!details || !newReceipt) return { ok: false, why: 'invalid' }
  const sealed = await sealedBy(newReceipt, scene, subject, details)
  return { ...sealed, case: { receiptHash }, also: [...forgotten, ...(sealed.also ?? [])] }
}
