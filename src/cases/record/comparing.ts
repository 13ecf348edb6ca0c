import { digest } from '../../db/hmac.ts'
import { type Entry, linkHash } from './link.ts'

/** An event as it stands in the database, with the link that was made of it. */
export interface Linked extends Entry {
  words: string | null
  areEncrypted: boolean
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

/** Compares the events of one case, from its first, with their links, and makes the links that there are not yet. */
export async function compare(events: readonly Linked[]): Promise<Compared> {
  const links: NewLink[] = []
  let isWhole = true
  let before = ''
  const lastLinked = events.findLastIndex(({ hash }) => hash !== null)
  for (const [at, event] of events.entries()) {
    if (event.seq !== at + 1) isWhole = false
    if (event.hash !== null) {
      const fits = event.hash === (await linkHash(before, event)) && (await saysTheSame(event))
      isWhole &&= fits
      before = event.hash
    } else if (at < lastLinked) {
      isWhole = false
    } else {
      const { words: _, areEncrypted: __, ...entry } = { ...event, content: await contentOf(event) }
      before = await linkHash(before, entry)
      links.push({ ...entry, hash: before })
    }
  }
  return { isWhole, links }
}

async function saysTheSame({ words, content }: Linked): Promise<boolean> {
  return words === null || content === 'plain' || content === (await digest(words))
}

/** Words that a job is still to encrypt will lie there otherwise. */
async function contentOf({ words, areEncrypted }: Linked): Promise<string | null> {
  if (words === null) return null
  return areEncrypted ? digest(words) : 'plain'
}
