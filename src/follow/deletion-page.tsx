import type { Child } from 'hono/jsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import type { Followed } from './followed.ts'

interface Props {
  view: View
  it: Followed
  words: Record<'title' | 'nothing' | 'button' | 'back', string>
  /** Where its form is sent. */
  to: string
  /** Whether there is anything to delete. */
  isKept: boolean
  /** Somebody wrote meanwhile, so that nothing was deleted. */
  changed?: boolean | undefined
  /** First on the page, where it could not be done for now. */
  wait?: Child
  /** What would go, what would stay and what that means. */
  children: Child
}

/** Says all of it before anything is deleted, and asks for one press. */
export function DeletionPage({ view, it, words, to, isKept, changed, wait, children }: Props) {
  return (
    <Page view={view} worker title={words.title}>
      {wait}
      {changed && <Notice kind="warning">{view.m.follow.eraseWords.changed}</Notice>}
      <h1>{words.title}</h1>
      <p class="quiet">{view.m.follow.page.number(it.case.number)}</p>
      {isKept ? (
        <>
          {children}
          <form method="post" action={to}>
            <Hidden name="case" value={it.mark} />
            <Submit>{words.button}</Submit>
          </form>
        </>
      ) : (
        <p>{words.nothing}</p>
      )}
      <p class="row">
        <a href={urls.follow}>{isKept ? words.back : view.m.common.back}</a>
      </p>
    </Page>
  )
}
