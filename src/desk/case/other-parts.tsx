import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import type { Opened } from './load.ts'

/** Of a long thread or history: the way to what came before, and back to the newest. */
export function OtherParts({ view, opened, of }: { view: View; opened: Opened; of: 'messages' | 'events' }) {
  const { older, part, it } = opened
  const anchor = of === 'messages' ? '#thread' : '#history'
  const address = urls.deskCase(it.case.id)
  const before = older[of]
  if (before === undefined && part[of] === undefined) return null
  return (
    <p class="row">
      {before !== undefined && (
        <a href={address + query({ [of]: before }) + anchor}>{view.m.common.earlier}</a>
      )}
      {part[of] !== undefined && <a href={address + anchor}>{view.m.common.newest}</a>}
    </p>
  )
}
