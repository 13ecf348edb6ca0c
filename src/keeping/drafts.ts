import { and, eq, sql } from 'drizzle-orm'
import { cipherAnew, type Keys } from '../cases/ciphers.ts'
import { inBatch } from '../db/batch.ts'
import type { Db } from '../db/client.ts'
import { drafts } from '../db/tables/keeping.ts'
import { type CaseCipher, isOtherKey } from '../encryption/case-cipher.ts'
import type { Scene } from '../orgs/scene.ts'
import { FormBody } from '../ui/form-body.ts'
import { KeptWords } from '../ui/kept-words.ts'

/** Whose draft, on which case. */
export interface DraftOf {
  staffId: string
  /** Of the case. */
  cipher: CaseCipher
  caseId: string
}

/** What a person had begun to write on a case; null where there is nothing. */
export async function draftOf(db: Db, of: DraftOf): Promise<KeptWords | null> {
  const row = await db.select({ words: drafts.words }).from(drafts).where(his(of)).get()
  if (!row) return null
  const words = await of.cipher.decryptJson<Record<string, string>>(drafts.words, of.staffId, row.words)
  const entries = Object.entries(words).map(([name, text]): [string, string[]] => [name, [text]])
  return new KeptWords(new FormBody(new Map(entries)), false)
}

/** Keeps texts by their fields, in place of what was kept before; nothing where there are none. */
export async function keepDraft(scene: Keys, of: DraftOf, typed: Record<string, string>): Promise<void> {
  if (Object.keys(typed).length === 0) {
    await scene.db.delete(drafts).where(his(of))
    return
  }
  try {
    await write(scene, of, typed)
  } catch (error) {
    // Its worker had some of his words deleted meanwhile: what is being written goes under the new key.
    const cipher = isOtherKey(error) && (await cipherAnew(scene, of.caseId))
    if (!cipher) throw error
    await write(scene, { ...of, cipher }, typed)
  }
}

async function write({ db, now }: Keys, { cipher, caseId, staffId }: DraftOf, typed: Record<string, string>) {
  const words = await cipher.encrypt(drafts.words, staffId, JSON.stringify(typed))
  await inBatch(db, [
    ...cipher.newKey(db),
    db
      .insert(drafts)
      .values({ caseId, staffId, words, at: now })
      .onConflictDoUpdate({ target: [drafts.caseId, drafts.staffId], set: { words, at: now } }),
  ])
}

const month = 30 * 86_400_000

/** Forgets drafts that nobody touched for a month, and those of archived cases; there are few, and each is looked at. */
export async function forgetDrafts({ db, now }: Pick<Scene, 'db' | 'now'>): Promise<void> {
  await db.delete(drafts).where(
    sql`at < ${now.getTime() - month} or exists (
      select 1 from cases c where c.id = drafts.case_id and c.state = 'archived')`,
  )
}

const his = ({ staffId, caseId }: DraftOf) => and(eq(drafts.caseId, caseId), eq(drafts.staffId, staffId))
