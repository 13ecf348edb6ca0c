import type { Action } from '../cases/processes.ts'
import type { Role } from '../db/vocabulary.ts'
import { OtherParts } from '../ui/other-parts.tsx'
import { Moment, Prose } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import type { Followed, Past } from './followed.ts'

type Sentence = (who: string) => string

/** The whole visible history, oldest first, one plain sentence for each step. */
export function History({ view, it }: { view: View; it: Followed }) {
  const words = view.m.follow.past
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.title}</h2>
      <OtherParts view={view} address={urls.follow} of="events" part={it.part} older={it.older} />
      <ol class="history">
        {it.past.map((event) => (
          <li>
            <p>{sentenceOf(view, event)}</p>
            {event.reason && <Prose text={event.reason} />}
            <p class="hint">
              <Moment view={view} at={event.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What an event says to the worker; hidden acts of the house are not among his. */
export function sentenceOf(view: View, event: Pick<Past, 'action' | 'role'>): string {
  const sentences: Record<Action, Sentence> = view.m.follow.history
  return sentences[event.action](roleWord(view, event.role))
}

/** A role as the one who acts in a sentence; without one, the union. */
export function roleWord(view: View, role: Role | null): string {
  const { role: named, staff } = view.m.follow.who
  return role ? named(view.m.words.roles[role]) : staff
}
