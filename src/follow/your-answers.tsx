import { SummaryList } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { filledIn } from './filled-in.ts'
import type { Followed } from './followed.ts'

/** What he wrote himself, to look up; his name and number are not on this page. */
export function YourAnswers({ view, it }: { view: View; it: Followed }) {
  if (it.case.state === 'archived') return null
  return (
    <details>
      <summary>{view.m.follow.data.answers}</summary>
      <SummaryList rows={filledIn(view, it).answers()} />
    </details>
  )
}
