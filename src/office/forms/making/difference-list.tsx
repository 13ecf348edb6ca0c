import type { Difference } from '../../../forms/building/differences.ts'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

/** What is otherwise, a line each: what it is, what it is called, and what became of it. */
export function DifferenceList({ view, all }: { view: View; all: readonly Difference[] }) {
  const t = view.m.builder.differences
  if (all.length === 0) return <p>{t.none}</p>
  return (
    <ul class="list">
      {all.map(({ what, of, name, within, was = [] }) => (
        <li>
          <span class="what">
            {t.of[of]} · {inWords(view, name)}
          </span>
          <span class="hint">
            {t.what[what]}
            {within && ` · ${t.within(inWords(view, within))}`}
          </span>
          {wordsFor(view, was).map((words) => (
            <span class="hint">{t.was(words)}</span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What stood there in the language of whoever reads it; in the other one where only that changed. */
function wordsFor({ locale }: View, was: NonNullable<Difference['was']>): string[] {
  const own = was.filter((one) => one.locale === locale)
  return (own.length > 0 ? own : was).map(({ words }) => words)
}
