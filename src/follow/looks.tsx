import { Moment } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import type { Followed } from './followed.ts'
import { roleWord } from './history.tsx'

/** Every look at his name, of a case with all of its history: which role, and when. */
export function Looks({ view, it }: { view: View; it: Followed }) {
  const words = view.m.follow.looks
  const looks = it.past.filter(({ action }) => action === 'look_at_identity')
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">{words.title}</h2>
      <p>{looks.length > 0 ? words.times(looks.length) : words.none}</p>
      <ul>
        {looks.map(({ role, at }) => (
          <li>
            {roleWord(view, role)} · <Moment view={view} at={at} />
          </li>
        ))}
      </ul>
    </section>
  )
}
