import { fromHex, toHex } from '../db/hex.ts'
import { bytesOf, decryptWith, encryptWith } from './aes.ts'

/** Rounds of PBKDF2-SHA-256. A receipt has 69 bits by itself; Cloudflare refuses more than 100,000 rounds. */
export const rounds = 10_000

const version = 's1'

/** What a receipt gives with a salt, at a cost of 1.3 ms: what is opened and sealed anew at once needs it once. */
export interface Underneath {
  salt: string
  key: CryptoKey
}

/** Seals a text by a receipt: nobody opens it without, whatever secrets and databases he has. */
export async function sealUnder(
  receipt: string,
  text: string,
  about: string,
  under?: Underneath,
): Promise<string> {
  const { salt, key } = under ?? (await derived(receipt, toHex(crypto.getRandomValues(new Uint8Array(16)))))
  return [version, salt, await encryptWith(key, bytesOf(text), about)].join('.')
}

/** The text; null where another receipt sealed it, or it was changed or is about something else. */
export async function openUnder(receipt: string, sealed: string, about: string): Promise<string | null> {
  return (await openToChange(receipt, sealed, about))?.text ?? null
}

/** The same, with what seals it again. */
export async function openToChange(
  receipt: string,
  sealed: string,
  about: string,
): Promise<{ text: string; under: Underneath } | null> {
  const [form, salt = '', text] = sealed.split('.')
  if (form !== version || !/^[0-9a-f]{32}$/.test(salt) || !text) return null
  const under = await derived(receipt, salt)
  const bytes = await decryptWith(under.key, text, about)
  return bytes && { text: new TextDecoder().decode(bytes), under }
}

async function derived(receipt: string, salt: string): Promise<Underneath> {
  return { salt, key: await derive(receipt, fromHex(salt)) }
}

async function derive(receipt: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytesOf(receipt), 'PBKDF2', false, ['deriveKey'])
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
