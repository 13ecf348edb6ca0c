import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import type { Followed } from './followed.ts'

/** Of a long thread or history: the way to what came before, and back to the newest. */
export function OtherParts({ view, it, of }: { view: View; it: Followed; of: 'messages' | 'events' }) {
  const anchor = of === 'messages' ? '#thread' : '#history'
  const before = it.older[of]
  const isOlder = it.part?.[of] !== undefined
  if (before === undefined && !isOlder) return null
  return (
    <p class="row">
      {before !== undefined && (
        <a href={urls.follow + query({ [of]: before }) + anchor}>{view.m.common.earlier}</a>
      )}
      {isOlder && <a href={urls.follow + anchor}>{view.m.common.newest}</a>}
    </p>
  )
}
