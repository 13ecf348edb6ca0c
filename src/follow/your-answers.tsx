import { Day } from '../ui/parts.tsx'
import { AnswerList } from '../ui/questions/answer-list.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { filledIn } from './filled-in.ts'
import type { Followed } from './followed.ts'

/** What he wrote himself, to look up; his name and number are not on this page. */
export function YourAnswers({ view, it }: { view: View; it: Followed }) {
  if (it.case.state === 'archived') return null
  if (it.subject.submission.erasedAt) return <ErasedAnswers view={view} at={it.subject.submission.erasedAt} />
  return (
    <details>
      <summary>{view.m.follow.data.answers}</summary>
      <FiledAnswers view={view} it={it} />
    </details>
  )
}

/** His answers, each file of them to be looked at. */
export function FiledAnswers({ view, it }: { view: View; it: Followed }) {
  const fileAt = (file: string) => urls.followFile(file) + query({ case: it.mark })
  return <AnswerList view={view} rows={filledIn(view, it).answers()} fileAt={fileAt} />
}

/** That he had it deleted, and on which day. */
export function ErasedAnswers({ view, at }: { view: View; at: Date }) {
  const [before, after] = view.m.follow.eraseWords.erased
  return (
    <p>
      {before}
      <Day view={view} at={at} />
      {after}
    </p>
  )
}
