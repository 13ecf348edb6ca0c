import { fromHex, toHex } from './hex.ts'

/**
 * HMAC-SHA-256 in hexadecimal: what the service signs, and what it keeps in place of a secret. Each use
 * starts its text with a word of its own, so that no signature serves for another.
 */
export async function hmac(secret: string, text: string): Promise<string> {
  const bytes = await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(text))
  return toHex(new Uint8Array(bytes))
}

/** Whether `given` is the HMAC of this text, compared in constant time. */
export async function isHmac(secret: string, text: string, given: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(given)) return false
  return crypto.subtle.verify('HMAC', await keyOf(secret), fromHex(given), encoder.encode(text))
}

/** SHA-256, for telling texts apart; who knows the text knows the digest. */
export async function digest(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))))
}

const encoder = new TextEncoder()
/** The keys themselves, never promises of them: a promise would hang where its request is cancelled. */
const keys = new Map<string, CryptoKey>()

async function keyOf(secret: string): Promise<CryptoKey> {
  const found = keys.get(secret)
  if (found) return found
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
    'verify',
  ])
  keys.set(secret, key)
  return key
}
