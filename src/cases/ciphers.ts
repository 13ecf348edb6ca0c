import { eq } from 'drizzle-orm'
import { caseKeys } from '../db/tables/keys.ts'
import { type CaseCipher, cipherOf } from '../encryption/case-cipher.ts'
import type { Scene } from '../orgs/scene.ts'

/** The cipher of a case of which no more than its id is at hand. */
export async function cipherFor(
  { db, keys, now }: Pick<Scene, 'db' | 'keys' | 'now'>,
  caseId: string,
): Promise<CaseCipher> {
  const [kept] = await db.select().from(caseKeys).where(eq(caseKeys.caseId, caseId))
  return cipherOf(keys, { id: caseId }, kept ?? null, now)
}
