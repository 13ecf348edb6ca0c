import type { Difference } from '../../../forms/building/differences.ts'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

/** What is otherwise, a line each: what it is, what it is called, and what became of it. */
export function DifferenceList({ view, all }: { view: View; all: readonly Difference[] }) {
  const t = view.m.builder.differences
  if (all.length === 0) return <p>{t.none}</p>
  return (
    <ul class="list">
      {all.map(({ what, of, name, within }) => (
        <li>
          <span class="what">
            {t.of[of]} · {inWords(view, name)}
          </span>
          <span class="hint">
            {t.what[what]}
            {within && ` · ${t.within(inWords(view, within))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
