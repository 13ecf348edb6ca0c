import type { Child } from 'hono/jsx'
import type { Action } from '../cases/processes.ts'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { foldedId } from './act-form.tsx'
import { DeletionPage } from './deletion-page.tsx'
import type { Followed } from './followed.ts'

interface Props {
  view: View
  /** With all of its history. */
  it: Followed
  /** What the worker may do now. */
  open: ReadonlySet<Action>
  /** Somebody wrote meanwhile, so that nothing was deleted. */
  changed?: boolean
  /** First on the page, where it could not be done for now. */
  wait?: Child
}

/** Shows what would go of what he wrote, what would stay and what that means, before anything is deleted. */
export function WordsPage({ view, it, open, changed, wait }: Props) {
  const words = view.m.follow.eraseWords
  const ofCase = query({ case: it.mark })
  const { seat } = it.subject
  const waits = seat !== null && seat !== 'has'
  const isKept = hasWords(it) && open.has('erase_words')
  return (
    <DeletionPage {...{ view, it, words, isKept, changed, wait }} to={urls.followWords}>
      {it.case.closedAt === null && <StillOpen view={view} mayWithdraw={open.has('withdraw')} />}
      <Points title={words.about} points={words.goes} />
      <Points title={words.stays} points={words.kept} />
      {it.subject.hasIdentity && (
        <p>
          {words.identity}
          <a href={urls.followIdentity + ofCase}>{view.m.follow.rights.erase}</a>
        </p>
      )}
      {waits && <p>{words.waits}</p>}
      <p>{words.when}</p>
      <Notice kind="warning">
        {words.after} <a href={urls.followData + ofCase}>{view.m.follow.rights.data}</a>
      </Notice>
    </DeletionPage>
  )
}

/** Whether anything that he wrote is kept, apart from his name. */
export function hasWords({ subject, messages, past }: Followed): boolean {
  const isAnswered = Object.keys(subject.submission.answers).length > 0
  return isAnswered || messages.length > 0 || past.some(({ actor, reason }) => actor === 'worker' && reason)
}

function StillOpen({ view, mayWithdraw }: { view: View; mayWithdraw: boolean }) {
  const words = view.m.follow.eraseWords
  return (
    <Notice kind="warning">
      <p>{words.open}</p>
      {mayWithdraw && <a href={`${urls.follow}#${foldedId('withdrawal')}`}>{words.withdraw}</a>}
    </Notice>
  )
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <>
      <p>{title}</p>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </>
  )
}
