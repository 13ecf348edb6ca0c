import { Page } from '../../ui/page.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** Half an hour later, or in another browser. */
export function GonePage({ view }: { view: View }) {
  const words = view.m.intake.receipt
  return (
    <Page view={view} worker title={words.goneTitle}>
      <h1>{words.goneTitle}</h1>
      <p class="lead">{words.gone}</p>
      <p class="row">
        <a class="button" href={urls.follow}>
          {words.follow}
        </a>
        <a class="quiet-button" href={urls.home}>
          {view.m.common.errors.wayOn}
        </a>
      </p>
    </Page>
  )
}
