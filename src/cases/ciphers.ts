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
export async function cipherFor(scene: Keys, caseId: string): Promise<CaseCipher> {
  return cipherOf(scene.keys, { id: caseId }, await keyFor(scene, caseId), scene.now)
}

/** The same where its words got another key a moment ago; null where its key is gone for good. */
export async function cipherAnew(scene: Keys, caseId: string): Promise<CaseCipher | null> {
  const kept = await keyFor(scene, caseId)
  return kept && cipherOf(scene.keys, { id: caseId }, kept, scene.now)
}

async function keyFor({ db }: Keys, caseId: string): Promise<KeptKey | null> {
  const [kept] = await db.select().from(caseKeys).where(eq(caseKeys.caseId, caseId))
  return kept ?? null
}
