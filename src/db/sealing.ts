import { fromBase64, toBase64 } from './base64.ts'
import { fromHex, toHex } from './hex.ts'

/** Seals a text with a secret: AES-256-GCM under its SHA-256, for secrets that are long and random themselves. */
export async function seal(secret: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await keyOf(secret),
    encoder.encode(text),
  )
  return `${toHex(iv)}.${toBase64(new Uint8Array(sealed))}`
}

/** What was sealed, or null where the secret is another one, or somebody changed it. */
export async function unseal(secret: string, sealed: string): Promise<string | null> {
  const [iv = '', content = ''] = sealed.split('.')
  try {
    const algorithm = { name: 'AES-GCM', iv: fromHex(iv) }
    const bytes = await crypto.subtle.decrypt(algorithm, await keyOf(secret), fromBase64(content))
    return new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}

const encoder = new TextEncoder()

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = await crypto.subtle.digest('SHA-256', encoder.encode(`seal ${secret}`))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
