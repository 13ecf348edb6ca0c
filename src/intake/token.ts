/** What a page carries from opening to sending: the key of idempotency, when it was opened, and on which version. */
export interface Token {
  key: string
  openedAt: Date
  versionId: string
}

const validFor = 7 * 24 * 3_600_000

/** A new token for a page at `path`, signed so that none of its parts can be changed. */
export async function newToken(secret: string, path: string, versionId: string, now: Date): Promise<string> {
  const key = hex(crypto.getRandomValues(new Uint8Array(16)))
  const content = `${key}.${now.getTime().toString(36)}.${versionId}`
  return `${content}.${await signature(secret, path, content)}`
}

/** The token as it was made, or null when it was changed, belongs to another page, or is a week old. */
export async function readToken(
  secret: string,
  path: string,
  token: string,
  now: Date,
): Promise<Token | null> {
  const at = token.lastIndexOf('.')
  const content = token.slice(0, at)
  const [key = '', time = '', versionId = ''] = content.split('.')
  if (!(await isSigned(secret, path, content, token.slice(at + 1)))) return null
  const openedAt = new Date(Number.parseInt(time, 36))
  return now.getTime() - openedAt.getTime() < validFor ? { key, openedAt, versionId } : null
}

const encoder = new TextEncoder()
const keys = new Map<string, Promise<CryptoKey>>()

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const found =
    keys.get(secret) ??
    crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify'])
  keys.set(secret, found)
  return found
}

const signed = (path: string, content: string) => encoder.encode(`filing ${path} ${content}`)

async function signature(secret: string, path: string, content: string): Promise<string> {
  const bytes = await crypto.subtle.sign('HMAC', await keyOf(secret), signed(path, content))
  return hex(new Uint8Array(bytes))
}

async function isSigned(secret: string, path: string, content: string, given: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(given)) return false
  const bytes = Uint8Array.from(given.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.verify('HMAC', await keyOf(secret), bytes, signed(path, content))
}

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
