import { Notice, Until } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import type { Followed } from './followed.ts'

/** While it is mediated: until when that may take, and that arbitration is open all the while (调解仲裁法 14). */
export function MediationEnds({ view, it: { subject } }: { view: View; it: Followed }) {
  const { state, duties } = subject.living ?? { state: subject.case.state, duties: subject.duties }
  const duty = duties.find(({ kind }) => kind === 'mediation')
  if (state !== 'mediating' || !duty) return null
  const words = view.m.follow.mediation
  return (
    <Notice title={words.title}>
      <p>
        {words.ends[0]}
        <Until view={view} term={duty} byDay />
        {words.ends[1]}
      </p>
      <p>{words.anytime}</p>
    </Notice>
  )
}
