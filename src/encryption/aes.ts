import { fromBase64, toBase64 } from '../db/base64.ts'

type Bytes = Uint8Array<ArrayBuffer>

const nonce = 12

/** AES-256-GCM (NIST SP 800-38D) under a random nonce, which stands before what it made; in base64. */
export async function encryptWith(key: CryptoKey, bytes: BufferSource, about: string): Promise<string> {
  return toBase64(await encryptBytes(key, bytes, about))
}

/** What was encrypted; null where the key is another one, or a bit of it or of what it is about was changed. */
export async function decryptWith(key: CryptoKey, text: string, about: string): Promise<Bytes | null> {
  try {
    return await decryptBytes(key, fromBase64(text), about)
  } catch {
    return null
  }
}

/** The same as bytes. */
export async function encryptBytes(key: CryptoKey, bytes: BufferSource, about: string): Promise<Bytes> {
  const iv = newNonce()
  const made = await encryptUnder(iv, key, bytes, about)
  const all = new Uint8Array(nonce + made.length)
  all.set(iv)
  all.set(made, nonce)
  return all
}

/** The same of bytes. */
export async function decryptBytes(key: CryptoKey, all: Bytes, about: string): Promise<Bytes | null> {
  return decryptUnder(all.subarray(0, nonce), key, all.subarray(nonce), about)
}

const newNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(nonce))

/** The same without its nonce, which is kept elsewhere. */
export async function encryptUnder(
  iv: Bytes,
  key: CryptoKey,
  bytes: BufferSource,
  about: string,
): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(gcm(iv, about), key, bytes))
}

/** The same of what lies without its nonce. */
export async function decryptUnder(
  iv: Bytes,
  key: CryptoKey,
  bytes: Bytes,
  about: string,
): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, about), key, bytes))
  } catch {
    return null
  }
}

const gcm = (iv: Bytes, about: string) => ({ name: 'AES-GCM', iv, additionalData: bytesOf(about) })

export function bytesOf(text: string): Bytes {
  return new Uint8Array(encoder.encode(text))
}

const encoder = new TextEncoder()
