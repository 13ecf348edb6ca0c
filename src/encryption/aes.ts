import { fromBase64, toBase64 } from '../db/base64.ts'

const nonce = 12

/** AES-256-GCM (NIST SP 800-38D) under a random nonce, which stands before what it made; in base64. */
export async function encryptWith(key: CryptoKey, bytes: BufferSource, about: string): Promise<string> {
  return toBase64(await encryptBytes(key, bytes, about))
}

/** What was encrypted; null where the key is another one, or a bit of it or of what it is about was changed. */
export async function decryptWith(
  key: CryptoKey,
  text: string,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await decryptBytes(key, fromBase64(text), about)
  } catch {
    return null
  }
}

/** The same as bytes. */
export async function encryptBytes(
  key: CryptoKey,
  bytes: BufferSource,
  about: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(nonce))
  const made = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(about) },
    key,
    bytes,
  )
  const all = new Uint8Array(nonce + made.byteLength)
  all.set(iv)
  all.set(new Uint8Array(made), nonce)
  return all
}

/** The same of bytes. */
export async function decryptBytes(
  key: CryptoKey,
  all: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv: all.subarray(0, nonce), additionalData: bytesOf(about) }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, all.subarray(nonce)))
  } catch {
    return null
  }
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encoder.encode(text))
}

const encoder = new TextEncoder()
