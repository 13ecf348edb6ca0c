import type { View } from '../ui/view.ts'
import { isActName } from './acts.ts'
import type { Followed } from './followed.ts'

/** What the page says once about an act that was done, from the word in its address. */
export function noticeOf({ m }: View, { case: it }: Followed, done: string | undefined): string | undefined {
  const words = m.follow
  switch (done) {
    case undefined:
      return undefined
    case 'message':
      return words.thread.done
    case 'rating':
      return words.rating.done
    case 'contact':
      return words.contact.done
    case 'receipt':
      return words.newReceipt.done
    case 'news':
      return m.news.done
    case 'news-forgotten':
      return m.news.forgotten
    case 'sealed':
      return words.seal.open.done
    case 'opened':
      return words.seal.sealed.done[it.mode]
    case 'erased':
      return words.erase.done
    case 'words-erased':
      return words.eraseWords.done
    case 'given':
    case 'refused':
    case 'withdrawn':
      return words.consent.done[done]
    default:
      return isActName(done) ? words.acts[done].done : undefined
  }
}
