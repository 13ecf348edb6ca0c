import { hmac } from '../db/hmac.ts'

/** What is looked for: two characters beside each other, or something that is so of a case. */
export type Mark = `${'pair' | 'scope' | 'category' | 'state' | 'employer' | 'handler' | 'site'} ${string}`

/** As many as an isolate remembers; people write the same pairs again and again. */
const most = 20_000
const kept = new Map<string, string>()
let keptFor = ''

/**
 * What stands in the index for each: the first 64 bits of its HMAC-SHA-256, in hexadecimal. Two that share one are told
 * apart once the case is opened.
 */
export async function tokensOf(secret: string, marks: Iterable<Mark>): Promise<string[]> {
  if (keptFor !== secret || kept.size > most) kept.clear()
  keptFor = secret
  return Promise.all(Array.from(marks, (mark) => kept.get(mark) ?? tokenOf(secret, mark)))
}

async function tokenOf(secret: string, mark: Mark): Promise<string> {
  const token = (await hmac(secret, `search ${mark}`)).slice(0, 16)
  if (keptFor === secret) kept.set(mark, token)
  return token
}
