import { eq } from 'drizzle-orm'
import { caseKeys } from '../db/tables/keys.ts'
import { type CaseCipher, cipherOf } from '../encryption/case-cipher.ts'
import type { KeptKey } from '../encryption/keyring.ts'
import type { Case } from '../engine/process.ts'
import type { Scene } from '../orgs/scene.ts'

/** What reading the words of cases stands on. */
export type Keys = Pick<Scene, 'db' | 'keys' | 'now'>

/** The cipher of a case at hand, whose words may be gone where it is archived, or where nobody filed it. */
export function cipherOn(
  { keys, now }: Keys,
  { id, state, parentId }: Pick<Case, 'id' | 'state' | 'parentId'>,
  kept: KeptKey | null,
): CaseCipher {
  return cipherOf(keys, { id, isEmptied: state === 'archived' || parentId !== null }, kept, now)
}

/** The cipher of a case of which no more than its id is at hand. */
export async function cipherFor({ db, keys, now }: Keys, caseId: string): Promise<CaseCipher> {
  const [kept] = await db.select().from(caseKeys).where(eq(caseKeys.caseId, caseId))
  return cipherOf(keys, { id: caseId }, kept ?? null, now)
}
