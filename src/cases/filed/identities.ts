import { eq, sql } from 'drizzle-orm'
import { newId } from '../../db/id.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { deletions } from '../../db/tables/deletions.ts'
import { newsWays } from '../../db/tables/news.ts'
import { identities, submissions } from '../../db/tables/submissions.ts'
import { startOfDay } from '../../orgs/zone.ts'
import { countOfNews, noteDeletions } from '../deletion-ledger.ts'
import { encryptAnew } from '../keys/encrypting-anew.ts'
import { keptDetails } from '../vault.ts'
import { endConsents } from './ending-consents.ts'
import type { FiledEffect } from './subject.ts'

/** Each look at who the worker is counts. */
export const look: FiledEffect = () => ({ mayRepeat: true })

/**
 * The worker puts something right: what he wrote (as a remark, the answers stay), and his details; those that
 * he gave before are gone by it, which is written down.
 */
export const correct: FiledEffect = async (scene, subject, input) => {
  if (!input.details || Object.keys(input.details).length === 0) return {}
  const { db, now } = scene
  const { case: it, isSealed } = subject
  // What was sealed stays so; whoever asks has opened it with the receipt.
  if (isSealed && !input.receipt) return { ok: false, why: 'invalid' }
  const { cipher, statements } = await encryptAnew(scene, subject, [identities.details])
  const receipt = isSealed ? (input.receipt ?? null) : null
  const details = await keptDetails(cipher, it.id, input.details, receipt)
  const gone = insertSelect(
    db,
    deletions,
    { id: newId(now), at: now, caseNumber: it.number, what: 'identity', why: 'corrected_by_worker' },
    sql`from identities where case_id = ${it.id}`,
  )
  const kept = db
    .insert(identities)
    .values({ caseId: it.id, ...details })
    .onConflictDoUpdate({ target: identities.caseId, set: details })
  // Details change under the same words.
  return { cipher, case: { anonymous: false }, also: [gone, kept, ...statements], mayRepeat: true }
}

/**
 * The worker has what names him deleted, and where he is told of news; the case goes on without it, as if he had never
 * said it: of when he filed the day alone stays. Written down, without content.
 */
export const erase: FiledEffect = async (scene, subject) => {
  const { db, now, rules } = scene
  const { case: it, submission } = subject
  const { zone } = rules.settings
  const { cipher, statements } = await encryptAnew(scene, subject, [identities.details, newsWays.target])
  return {
    cipher,
    case: { anonymous: true, createdAt: startOfDay(zone, it.createdAt) },
    also: [
      db
        .insert(deletions)
        .values({ id: newId(now), at: now, caseNumber: it.number, what: 'identity', why: 'asked_by_worker' }),
      db.delete(identities).where(eq(identities.caseId, it.id)),
      noteDeletions(scene, sql`cases.id = ${it.id}`, 'asked_by_worker', { news: countOfNews }),
      db.delete(newsWays).where(eq(newsWays.caseId, it.id)),
      ...endConsents(scene, it.id),
      db
        .update(submissions)
        .set({ createdAt: startOfDay(zone, submission.createdAt) })
        .where(eq(submissions.id, submission.id)),
      ...statements,
    ],
    // The new key holds two at once apart (`erased.ts`).
    mayRepeat: true,
  }
}
