import { fromHex, toHex } from '../db/hex.ts'
import { bytesOf, decryptWith, encryptWith } from './aes.ts'

/** Rounds of PBKDF2-SHA-256. A receipt has 69 bits by itself; Cloudflare refuses more than 100,000 rounds. */
export const rounds = 10_000

const version = 's1'

/** Seals a text by a receipt: nobody opens it without, whatever secrets and databases he has. */
export async function sealUnder(receipt: string, text: string, about: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await derive(receipt, salt)
  return [version, toHex(salt), await encryptWith(key, bytesOf(text), about)].join('.')
}

/** The text; null where another receipt sealed it, or it was changed or is about something else. */
export async function openUnder(receipt: string, sealed: string, about: string): Promise<string | null> {
  const [form, salt = '', text] = sealed.split('.')
  if (form !== version || !/^[0-9a-f]{32}$/.test(salt) || !text) return null
  const bytes = await decryptWith(await derive(receipt, fromHex(salt)), text, about)
  return bytes && new TextDecoder().decode(bytes)
}

async function derive(receipt: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytesOf(receipt), 'PBKDF2', false, ['deriveKey'])
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
