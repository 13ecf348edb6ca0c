import type { Encrypted } from '../db/columns.ts'
import { randomId } from '../db/id.ts'
import { caseEvents } from '../db/tables/cases.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'

/** What an event keeps of the words of its act, and the name of its row in them. */
export interface Said {
  id: string | null
  reason: Encrypted | null
  reasonDigest: string | null
}

export const nothingSaid: Said = { id: null, reason: null, reasonDigest: null }

export async function saying(cipher: CaseCipher, words: string | null): Promise<Said> {
  if (!words) return nothingSaid
  const id = randomId()
  const [reason, reasonDigest] = await Promise.all([
    cipher.encrypt(caseEvents.reason, id, words),
    cipher.digest(words),
  ])
  return { id, reason, reasonDigest }
}

/** The words of an event, as they were written. */
export async function wordsOf(
  cipher: CaseCipher,
  event: { id: string | null; reason: Encrypted | null },
): Promise<string | null> {
  return event.reason && cipher.decrypt(caseEvents.reason, event.id ?? '', event.reason)
}
