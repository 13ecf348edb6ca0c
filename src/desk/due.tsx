import type { Lamp as LampColour } from '../db/vocabulary.ts'
import { Lamp, Moment } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { lampNow, timeLeft } from './left.ts'

interface Props {
  view: View
  now: Date
  of: { dueAt: Date | null; lamp: LampColour; provisional: boolean }
  /** Without the date. */
  listed?: boolean
}

/** The lamp, how long there is left, and until when. */
export function Due({ view, now, of: it, listed }: Props) {
  const left = timeLeft(view.m, view.zone, it.dueAt, now)
  if (!it.dueAt) return <span class="quiet">{left}</span>
  return (
    <span class="due">
      <Lamp view={view} lamp={lampNow(it, now)} /> <strong>{left}</strong>{' '}
      {!listed && (
        <span class="quiet">
          <Moment view={view} at={it.dueAt} />
          {it.provisional && view.m.common.provisional}
        </span>
      )}
    </span>
  )
}
