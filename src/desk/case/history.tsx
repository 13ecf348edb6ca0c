import type { ActorKind, Role } from '../../db/vocabulary.ts'
import { Moment, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import type { Happening } from './load.ts'

/** What happened, in order, with who did it and why. */
export function History({ view, events }: { view: View; events: Happening[] }) {
  return (
    <ol class="history">
      {events.map((event) => (
        <HistoryLine view={view} event={event} />
      ))}
    </ol>
  )
}

function HistoryLine({ view, event }: { view: View; event: Happening }) {
  const t = view.m.desk
  // The words of a person; or why the service did it by itself.
  const why = event.cause ? t.causes[event.cause] : event.reason
  const inside = event.reason && event.actor === 'staff' && !event.reasonShown
  return (
    <li>
      <p>
        <strong>{t.events[event.action]}</strong>
      </p>
      <p class="hint">
        <Moment view={view} at={event.at} /> · {whoDid(view, event)}
        {inside && ` · ${t.case.internal}`}
      </p>
      {why && <Prose text={why} />}
    </li>
  )
}

/** A person by role and name; else the worker, or the clock. */
export function whoDid(view: View, by: { actor: ActorKind; role: Role | null; name: string | null }): string {
  const t = view.m.desk.case
  if (by.actor === 'worker') return t.worker
  if (by.actor !== 'staff') return t.clock
  return [by.role && view.m.words.roles[by.role], by.name].filter(Boolean).join(' ')
}
