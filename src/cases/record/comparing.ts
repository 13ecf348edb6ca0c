import { digest } from '../../db/hmac.ts'
import { type Entry, linkHash } from './link.ts'

/** An event as it stands in the database, with the link that was made of it. */
export interface Linked extends Entry {
  words: string | null
  /** By which key its words are encrypted; null where they are not. */
  keyId: string | null
  /** The key that its case has by now: a worker who deletes words has all others encrypted by a new one. */
  keyOfCase: string | null
  /** Null where there is no link yet. */
  hash: string | null
}

export type NewLink = Entry & { hash: string }

export interface Compared {
  /** Every event is what its link says; words that are gone are gone, and no others are in their place. */
  isWhole: boolean
  /** Of the events after the last link, in their order. */
  links: NewLink[]
}

/**
 * Compares events of one case with their links, and makes the links that there are not yet: from its first event, or
 * from the last one that is linked, which is taken on trust.
 */
export async function compare(events: readonly Linked[], from: 'first' | 'last linked'): Promise<Compared> {
  const links: NewLink[] = []
  const lastLinked = events.findLastIndex(({ hash }) => hash !== null)
  let isWhole = true
  let before = ''
  let next = 1
  for (const [at, event] of events.entries()) {
    const isTrusted = at === 0 && from === 'last linked' && event.hash !== null
    if (event.seq !== next && !isTrusted) isWhole = false
    next = event.seq + 1
    if (isTrusted) {
      before = event.hash ?? ''
    } else if (event.hash !== null) {
      const fits = event.hash === (await linkHash(before, event)) && (await saysTheSame(event))
      isWhole &&= fits
      before = event.hash
    } else if (at < lastLinked) {
      isWhole = false
    } else {
      const { words: _, keyId: __, keyOfCase: ___, ...entry } = { ...event, content: await contentOf(event) }
      before = await linkHash(before, entry)
      links.push({ ...entry, hash: before })
    }
  }
  return { isWhole, links }
}

/** What only the key of the case could make is as good as what was linked; who has no key cannot make it. */
async function saysTheSame(event: Linked): Promise<boolean> {
  const { words, content, keyId, keyOfCase } = event
  if (words === null || content === 'plain' || content === (await contentOf(event))) return true
  return keyId !== null && keyId === keyOfCase && content !== null && !content.startsWith(keyId)
}

/** Words that a job is still to encrypt will lie there otherwise. */
async function contentOf({ words, keyId }: Linked): Promise<string | null> {
  if (words === null) return null
  return keyId === null ? 'plain' : `${keyId}.${await digest(words)}`
}
