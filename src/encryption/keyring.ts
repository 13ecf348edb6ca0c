import { randomHex, toHex } from '../db/hex.ts'
import { digest } from '../db/hmac.ts'
import type { Files, Secrets } from '../platform/types.ts'
import { bytesOf, decryptWith, encryptWith } from './aes.ts'
import { Unreadable } from './unreadable.ts'

/** The key of a case as the database keeps it (`case_keys`). */
export interface KeptKey {
  caseId: string
  id: string
  wrappedBy: string
  wrapped: string
}

/** The key of a case, in the open. */
export interface CaseKey {
  caseId: string
  id: string
  /** AES-256-GCM, for all that is encrypted of the case. */
  words: CryptoKey
  /** HMAC-SHA-256, for telling the same words from others; derived when it is asked for. */
  digests: () => Promise<CryptoKey>
}

/**
 * Makes and opens the keys of cases. Each is wrapped by the key of a month: HKDF-SHA-256 (RFC 5869) of a secret of
 * the deployment and a salt that lies among the files, so that neither the database nor the secret opens it alone.
 * `wrappedBy` names all three: `secret.2026-11.salt`.
 */
export interface Keyring {
  make: (caseId: string, now: Date) => Promise<{ key: CaseKey; kept: KeptKey }>
  /** Throws `Unreadable` where it does not open. */
  open: (kept: KeptKey) => Promise<CaseKey>
  /** The same key, wrapped as one that is made now; throws as `open` does. */
  rewrap: (kept: KeptKey, now: Date) => Promise<KeptKey>
  /** By what a key is wrapped that is made now. */
  current: (now: Date) => Promise<string>
  /** Destroys the salts of the months before this one: what was wrapped by them opens never again. */
  forgetMonths: (now: Date) => Promise<void>
  /** Whether words may lie about as they were written, being older than encryption. */
  takesPlain: (now: Date) => Promise<boolean>
  refusePlain: () => Promise<void>
}

export type CaseSecrets = Pick<Secrets, 'cases'>

const rings = new Map<string, Keyring>()

/** One for each run of the service: it remembers the keys of its months. */
export function keyringOf({ secrets, files }: { secrets: CaseSecrets; files: Files }): Keyring {
  const which = secrets.cases.join()
  const ring = rings.get(which) ?? newKeyring(secrets, files)
  rings.set(which, ring)
  return ring
}

const salts = 'keys/salts/'
const plainRefused = 'keys/plain-refused'

export function newKeyring(secrets: CaseSecrets, files: Files): Keyring {
  // The keys themselves, never promises of them: a promise would hang where its request is cancelled.
  const months = new Map<string, CryptoKey>()
  const newest = new Map<string, string>()
  let takenUntil = 0

  const byId = async () =>
    new Map(await Promise.all(secrets.cases.map(async (it) => [await secretIdOf(it), it] as const)))

  async function monthKey(wrappedBy: string, caseId: string): Promise<CryptoKey> {
    const found = months.get(wrappedBy)
    if (found) return found
    const [secretId = '', month = '', saltId = ''] = wrappedBy.split('.')
    const secret = (await byId()).get(secretId)
    if (!secret) throw new Unreadable(caseId, 'unknown_secret')
    const salt = await files.read(`${salts}${month}.${saltId}`)
    if (!salt || (await saltIdOf(salt)) !== saltId) throw new Unreadable(caseId, 'no_salt')
    const key = await derive(secret, salt, month)
    months.set(wrappedBy, key)
    return key
  }

  /** The salt of a month; where two make the first one at once there are two, and each is named by what it wrapped. */
  async function saltOf(month: string): Promise<string> {
    const known = newest.get(month)
    if (known) return known
    const [first] = (await files.list(`${salts}${month}.`)).toSorted()
    const id = first?.slice(`${salts}${month}.`.length) ?? (await newSalt(month))
    newest.set(month, id)
    return id
  }

  async function newSalt(month: string): Promise<string> {
    const salt = crypto.getRandomValues(new Uint8Array(32))
    const id = await saltIdOf(salt)
    await files.create(`${salts}${month}.${id}`, salt)
    return id
  }

  async function current(now: Date): Promise<string> {
    const month = now.toISOString().slice(0, 7)
    return `${await secretIdOf(writing(secrets.cases, now))}.${month}.${await saltOf(month)}`
  }

  async function wrap(
    raw: Uint8Array<ArrayBuffer>,
    { caseId, id }: Pick<KeptKey, 'caseId' | 'id'>,
    now: Date,
  ) {
    const wrappedBy = await current(now)
    const key = await monthKey(wrappedBy, caseId)
    return { caseId, id, wrappedBy, wrapped: await encryptWith(key, raw, about({ caseId, id, wrappedBy })) }
  }

  async function unwrap(kept: KeptKey): Promise<Uint8Array<ArrayBuffer>> {
    const raw = await decryptWith(await monthKey(kept.wrappedBy, kept.caseId), kept.wrapped, about(kept))
    if (!raw) throw new Unreadable(kept.caseId, 'changed')
    return raw
  }

  return {
    current,
    async make(caseId, now) {
      const raw = crypto.getRandomValues(new Uint8Array(32))
      const id = randomHex(8)
      const [key, kept] = await Promise.all([keyOf(caseId, id, raw), wrap(raw, { caseId, id }, now)])
      return { key, kept }
    },
    open: async (kept) => keyOf(kept.caseId, kept.id, await unwrap(kept)),
    rewrap: async (kept, now) => wrap(await unwrap(kept), kept, now),
    async forgetMonths(now) {
      // By their names: of a run that comes late, the months after it stay.
      const before = `${salts}${now.toISOString().slice(0, 7)}`
      for (const name of await files.list(salts)) if (name < before) await files.remove(name)
      months.clear()
      newest.clear()
    },
    async takesPlain(now) {
      if (now.getTime() < takenUntil) return true
      if (await files.read(plainRefused)) return false
      takenUntil = now.getTime() + 60_000
      return true
    },
    async refusePlain() {
      await files.create(plainRefused, bytesOf('1'))
      takenUntil = 0
    },
  }
}

/** The newest whose time has come: another one is known everywhere before it writes. */
function writing([first, ...older]: readonly [string, ...string[]], now: Date): string {
  const hasCome = (secret: string) =>
    (/^\d{4}-\d\d-\d\dT[\d:.]+Z(?=\.)/.exec(secret)?.[0] ?? '') <= now.toISOString()
  return [first, ...older].find(hasCome) ?? older.at(-1) ?? first
}

/** Tells two secrets apart, and nothing of either. */
export async function secretIdOf(secret: string): Promise<string> {
  return (await digest(`which ${secret}`)).slice(0, 8)
}

async function saltIdOf(salt: Uint8Array): Promise<string> {
  return (await digest(`which ${toHex(salt)}`)).slice(0, 8)
}

const about = ({ caseId, id, wrappedBy }: Omit<KeptKey, 'wrapped'>) =>
  JSON.stringify(['case_keys', caseId, id, wrappedBy])

async function derive(secret: string, salt: Uint8Array<ArrayBuffer>, month: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytesOf(secret), 'HKDF', false, ['deriveKey'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf(`keys of cases ${month}`) }
  return crypto.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

async function keyOf(caseId: string, id: string, raw: Uint8Array<ArrayBuffer>): Promise<CaseKey> {
  const [words, base] = await Promise.all([
    crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']),
  ])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf('digests') }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const digests = () => crypto.subtle.deriveKey(algorithm, base, hmac, false, ['sign'])
  return { caseId, id, words, digests }
}
