import { eq } from 'drizzle-orm'
import type { Encrypted } from '../db/columns.ts'
import { identities } from '../db/tables/submissions.ts'
import type { Mode } from '../db/vocabulary.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'
import { openUnder, sealUnder } from '../encryption/under-receipt.ts'
import type { Keys } from './ciphers.ts'
import type { FiledSubject } from './filed/subject.ts'

export type Details = Record<string, string>

/** What the vault keeps of them. */
export interface KeptDetails {
  details: Encrypted
  sealed: boolean
}

type Named = Pick<FiledSubject, 'case' | 'cipher' | 'isSealed'>

/**
 * What names a worker; null where nothing does, or where he sealed it. Of the union nobody is shown it but through a
 * look that left its event, or as the worker agreed.
 */
export async function detailsOf({ db }: Pick<Keys, 'db'>, subject: Named): Promise<Details | null> {
  const { id } = subject.case
  const [row] = subject.isSealed ? [] : await db.select().from(identities).where(eq(identities.caseId, id))
  return row ? subject.cipher.decryptJson<Details>(identities.details, id, row.details) : null
}

/** What he sealed, by the receipt that sealed it; by any other one null, after as long a time. */
export async function sealedDetailsOf(
  { db }: Pick<Keys, 'db'>,
  subject: Named,
  receipt: string,
): Promise<Details | null> {
  const { id } = subject.case
  const [row] = subject.isSealed ? await db.select().from(identities).where(eq(identities.caseId, id)) : []
  const sealed = row && (await subject.cipher.decrypt(identities.details, id, row.details))
  const text = sealed && (await unsealed(id, sealed, receipt))
  return text ? JSON.parse(text) : null
}

/**
 * Details as the vault keeps them: by the key of the case, so that they go with it; and where a receipt seals them,
 * by that first, so that nobody of the union and no secret of the service opens them.
 */
export async function keptDetails(
  cipher: CaseCipher,
  caseId: string,
  details: Details,
  receipt: string | null,
): Promise<KeptDetails> {
  const text = JSON.stringify(details)
  const kept = receipt === null ? text : await sealUnder(receipt, text, about(caseId))
  return { details: await cipher.encrypt(identities.details, caseId, kept), sealed: receipt !== null }
}

/** Of a report who it is opens only by the receipt; of a complaint, where its worker wants it so. */
export function isToBeSealed({
  mode,
  sealed,
}: {
  mode: Mode | undefined
  sealed?: boolean | undefined
}): boolean {
  return mode === 'report' || sealed === true
}

/** The text of details as it was before their receipt sealed it; null by any other one. */
export function unsealed(caseId: string, sealed: string, receipt: string): Promise<string | null> {
  return openUnder(receipt, sealed, about(caseId))
}

const about = (caseId: string) => JSON.stringify(['identities', caseId])
