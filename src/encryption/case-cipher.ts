import { type Column, eq, getTableName, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import type { Encrypted } from '../db/columns.ts'
import { isLeftEmpty } from '../db/conflict.ts'
import { toHex } from '../db/hex.ts'
import { insertSelect } from '../db/insert-select.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { bytesOf, decryptWith, encryptWith } from './aes.ts'
import type { CaseKey, KeptKey, Keyring } from './keyring.ts'
import { Unreadable } from './unreadable.ts'

/** Encrypts and reads the words of one case; each is bound to the column and the row in which it lies. */
export interface CaseCipher {
  encrypt: (column: Column, row: string, text: string) => Promise<Encrypted>
  /** Throws `Unreadable` where it was changed, moved, or cannot be opened. */
  decrypt: (column: Column, row: string, stored: Encrypted) => Promise<string>
  /** The same of what was written as JSON. */
  decryptJson: <T>(column: Column, row: string, stored: Encrypted) => Promise<T>
  /** 64 bits, the same for the same text on the same case. */
  digest: (text: string) => Promise<string>
  /**
   * For the batch of any words: the key that was made for them, or that the one which wrote them still is the key of the
   * case. Where it has got another one meanwhile, the batch falls (`isOtherKey`), lest nobody could read them.
   */
  newKey: (db: Db) => Statement[]
  /**
   * The same case under a new key, which takes the place of this one with the batch of its words: all that is to stay is
   * encrypted anew in it.
   */
  renewed: () => CaseCipher
  /** Which key encrypts; where there is none, one is made. */
  keyId: () => Promise<string>
}

/** How what is encrypted begins: the version of the form in which it is kept. */
const version = 'e1'

/** SQL: the id of the key that encrypted it. */
export function keyIdSql(column: Column): SQL {
  return sql`substr(${column}, 4, 16)`
}

/** SQL: whether it is encrypted, and does not lie there as it was written; by its form, which patterns of D1 are too short for. */
export function isEncryptedSql(column: Column): SQL {
  return sql`(substr(${column}, 1, 3) = ${`${version}.`} and substr(${column}, 20, 1) = '.')`
}

/** The case whose words are meant, and whether they may be gone: it is archived, or nobody filed it. */
export interface OfCase {
  id: string
  isEmptied?: boolean
}

/** The cipher of a case; where the case has no key yet, one is made when something is to be encrypted. */
export function cipherOf(
  keys: Keyring,
  { id: caseId, isEmptied = false }: OfCase,
  kept: KeptKey | null,
  now: Date,
  replaced: KeptKey | null = null,
): CaseCipher {
  let made: KeptKey | null = null
  let hasWritten = false
  // One key, however much is encrypted at once; a cipher lives as long as its request.
  let opening: Promise<CaseKey> | null = null

  function keyOfCase(): Promise<CaseKey> {
    opening ??= kept ? keys.open(kept) : make()
    return opening
  }

  async function make(): Promise<CaseKey> {
    const fresh = await keys.make(caseId, now)
    made = fresh.kept
    return fresh.key
  }

  const about = (column: Column, row: string, keyId: string) =>
    JSON.stringify([version, getTableName(column.table), column.name, row, caseId, keyId])

  async function decrypt(column: Column, row: string, encrypted: Encrypted): Promise<string> {
    const stored = encrypted as unknown as string
    if (isEmptied && (stored === '' || stored === '{}')) return stored
    const [form, keyId = '', text64 = ''] = stored.split('.')
    if (form !== version || !/^[0-9a-f]{16}$/.test(keyId)) {
      if (await keys.takesPlain(now)) return stored
      throw new Unreadable(caseId, 'plain')
    }
    if (!kept && !opening) throw new Unreadable(caseId, 'no_key', keyId)
    const key = await keyOfCase()
    if (key.id !== keyId) throw new Unreadable(caseId, 'other_key', keyId)
    const bytes = await decryptWith(key.words, text64, about(column, row, keyId))
    if (!bytes) throw new Unreadable(caseId, 'changed')
    return new TextDecoder().decode(bytes)
  }

  return {
    async encrypt(column, row, text) {
      const key = await keyOfCase()
      hasWritten = true
      const text64 = await encryptWith(key.words, bytesOf(text), about(column, row, key.id))
      return `${version}.${key.id}.${text64}` as unknown as Encrypted
    },
    decrypt,
    async decryptJson(column, row, stored) {
      const text = await decrypt(column, row, stored)
      try {
        return JSON.parse(text)
      } catch {
        throw new Unreadable(caseId, 'changed')
      }
    },
    async digest(text) {
      const key = await (await keyOfCase()).digests()
      return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(text)))).slice(0, 16)
    },
    newKey(db) {
      if (made) return replaced ? replacing(db, replaced, made) : [keeping(db, made)]
      return kept && hasWritten ? [fallsUnderOther(db, kept)] : []
    },
    keyId: async () => (await keyOfCase()).id,
    renewed: () => cipherOf(keys, { id: caseId, isEmptied }, null, now, kept),
  }
}

/** Only in the place of the one that was known: whoever put another one there encrypted all of it anew. */
function replacing(db: Db, before: KeptKey, { id, wrappedBy, wrapped }: KeptKey): Statement[] {
  return [
    fallsUnderOther(db, before),
    db.update(caseKeys).set({ id, wrappedBy, wrapped }).where(eq(caseKeys.caseId, before.caseId)),
  ]
}

function fallsUnderOther(db: Db, { caseId, id }: Pick<KeptKey, 'caseId' | 'id'>): Statement {
  return fallsWhere(
    db,
    caseId,
    sql`not exists (select 1 from case_keys where case_id = ${caseId} and id = ${id})`,
  )
}

/** Statement: the batch falls as under another key where this holds; a key without what it wraps can be in no row. */
export function fallsWhere(db: Db, caseId: string, holds: SQL): Statement {
  return insertSelect(
    db,
    caseKeys,
    { caseId, id: '', wrappedBy: '', wrapped: sql`null` },
    sql`where ${holds}`,
  )
}

/** The same key may come again; of two, no row can hold the second one. */
function keeping(db: Db, kept: KeptKey): Statement {
  return db
    .insert(caseKeys)
    .values(kept)
    .onConflictDoUpdate({
      target: caseKeys.caseId,
      set: { wrapped: sql`case when case_keys.id = excluded.id then case_keys.wrapped end` },
    })
}

/** Whether a batch fell because its case got another key meanwhile. */
export function isOtherKey(error: unknown): boolean {
  return isLeftEmpty(error, 'case_keys.wrapped')
}
