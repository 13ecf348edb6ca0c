import type { Action } from '../cases/processes.ts'
import type { View } from '../ui/view.ts'
import { type Followed, freshIn } from './followed.ts'
import { MessageSheet } from './message-sheet.tsx'

/** What the union has written since the worker was here, with the way to answer it. */
export function NewMessages({ view, it, open }: { view: View; it: Followed; open: ReadonlySet<Action> }) {
  const words = view.m.follow.thread
  const fresh = freshIn(it)
  if (fresh.length === 0) return null
  return (
    <section aria-labelledby="new">
      <h2 id="new">{words.news}</h2>
      {fresh.map((message) => (
        <MessageSheet view={view} mark={it.mark} message={message} />
      ))}
      {open.has('write_to_union') && (
        <p>
          <a class="quiet-button" href="#message">
            {words.answer}
          </a>
        </p>
      )}
    </section>
  )
}
