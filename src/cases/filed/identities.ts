import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { files } from '../../db/tables/files.ts'
import { newsWays } from '../../db/tables/news.ts'
import { identities, submissions } from '../../db/tables/submissions.ts'
import { startOfDay } from '../../orgs/zone.ts'
import { countOfIdentity, noteDeletions } from '../deletion-ledger.ts'
import { encryptAnew } from '../keys/encrypting-anew.ts'
import { keptDetails } from '../vault.ts'
import { endConsents } from './ending-consents.ts'
import { endNews } from './ending-news.ts'
import type { FiledEffect } from './subject.ts'

/** Each look at who the worker is counts, and at what may tell it. */
export const look: FiledEffect = () => ({ mayRepeat: true })

/**
 * The worker puts something right: what he wrote (as a remark, the answers stay), and his details; those that
 * he gave before are gone by it, which is written down.
 */
export const correct: FiledEffect = async (scene, subject, input) => {
  if (!input.details || Object.keys(input.details).length === 0) return {}
  const { db } = scene
  const { case: it, isSealed } = subject
  // What was sealed stays so; whoever asks has opened it with the receipt.
  if (isSealed && !input.receipt) return { ok: false, why: 'invalid' }
  const { cipher, statements } = await encryptAnew(scene, subject, [identities.details])
  const receipt = isSealed ? (input.receipt ?? null) : null
  const details = await keptDetails(cipher, it.id, input.details, receipt)
  const gone = noteDeletions(scene, ofCase(it.id), 'corrected_by_worker', { identity: countOfIdentity })
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
  const { db, rules } = scene
  const { case: it, submission } = subject
  const { zone } = rules.settings
  const { cipher, statements } = await encryptAnew(scene, subject, [identities.details, newsWays.target])
  return {
    cipher,
    case: { anonymous: true, createdAt: startOfDay(zone, it.createdAt) },
    also: [
      noteDeletions(scene, ofCase(it.id), 'asked_by_worker', counts),
      db.delete(identities).where(eq(identities.caseId, it.id)),
      // Where and by whose phone a photo was taken.
      db.delete(files).where(and(eq(files.caseId, it.id), isNotNull(files.originalOf))),
      ...endNews(scene, it.id),
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

const ofCase = (id: string) => sql`cases.id = ${id}`

const counts = {
  identity: countOfIdentity,
  files: sql`(select count(*) from files f where f.case_id = cases.id and f.original_of is not null)`,
}
