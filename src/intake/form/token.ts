import { randomHex } from '../../db/hex.ts'
import { hmac, isHmac } from '../../db/hmac.ts'

/**
 * What a page carries from opening to sending: the key of idempotency, when it was opened, and on which version.
 * It is in the page for all to read, and opens nothing by itself.
 */
export interface Token {
  key: string
  openedAt: Date
  versionId: string
  /** A week old: what it comes with is checked once more. */
  isOld: boolean
}

const validFor = 7 * 24 * 3_600_000

/** What a page that is opened now begins to carry. */
export function beginToken(versionId: string, now: Date): Token {
  return { key: randomHex(), openedAt: now, versionId, isOld: false }
}

/** A new token for a page at `path`. */
export function newToken(secret: string, path: string, versionId: string, now: Date): Promise<string> {
  return tokenFor(secret, path, beginToken(versionId, now), now)
}

/** The token of a key, signed so that none of its parts can be changed. */
export async function tokenFor(
  secret: string,
  path: string,
  { key, versionId }: Pick<Token, 'key' | 'versionId'>,
  now: Date,
): Promise<string> {
  const content = `${key}.${now.getTime().toString(36)}.${versionId}`
  return `${content}.${await hmac(secret, signed(path, content))}`
}

/** The token as it was made, or null when it was changed or belongs to another page. */
export async function readToken(
  secret: string,
  path: string,
  token: string,
  now: Date,
): Promise<Token | null> {
  const at = token.lastIndexOf('.')
  const content = token.slice(0, at)
  const [key = '', time = '', versionId = ''] = content.split('.')
  if (!(await isHmac(secret, signed(path, content), token.slice(at + 1)))) return null
  const openedAt = new Date(Number.parseInt(time, 36))
  return { key, openedAt, versionId, isOld: now.getTime() - openedAt.getTime() >= validFor }
}

const signed = (path: string, content: string) => `filing ${path} ${content}`
