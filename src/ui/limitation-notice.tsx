import { formatDay } from '../i18n/dates.ts'
import { Notice } from './parts.tsx'
import type { View } from './view.ts'

interface Props {
  view: View
  now: Date
  it: { claim: 'recognition' | 'arbitration'; dueAt: Date; from: 'event' | 'filing' }
}

/** Until when the worker himself may apply, in words that he can act on; for orientation, as all dates. */
export function Limitation({ view, now, it: { claim, dueAt, from } }: Props) {
  const words = view.m.common.limitation
  const day = formatDay(view.locale, view.zone, dueAt)
  return (
    <Notice kind={dueAt < now ? 'warning' : 'plain'} title={words.title[claim]}>
      <p>{dueAt < now ? words.over[claim](day) : words.until[claim](day)}</p>
      <p>{words.from[from]}</p>
      <p>{words.apart}</p>
      <p class="hint">{view.m.common.legalNote}</p>
    </Notice>
  )
}
