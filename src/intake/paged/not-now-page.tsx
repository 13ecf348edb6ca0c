import { Submit } from '../../ui/fields/sending.tsx'
import { Page } from '../../ui/page.tsx'
import { type Again, AgainNotice, isRefused } from '../form/form-page.tsx'
import { Carried } from './one-page.tsx'
import type { Walk } from './walk.ts'

/** In place of what he wrote, where it cannot be shown: it is kept, and waits. */
export function NotNowPage({ walk, again }: { walk: Walk; again: Again }) {
  const { view, action } = walk.sheet
  const words = view.m.intake.paged
  return (
    <Page view={view} worker title={words.waitingTitle} refuses={isRefused(again)}>
      <AgainNotice view={view} again={again} />
      <h1>{words.waitingTitle}</h1>
      <p class="lead">{words.waiting}</p>
      <form method="post" action={action}>
        <Carried walk={walk} place="check" />
        <Submit name="step" value="edit">
          {words.tryAgain}
        </Submit>
      </form>
    </Page>
  )
}
