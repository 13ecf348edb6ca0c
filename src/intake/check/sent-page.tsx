import { Page } from '../../ui/page.tsx'
import { Notice, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import type { Sheet } from '../form/form-page.tsx'
import type { Filled } from '../form/read-form.ts'
import { summariesOf } from './summaries.ts'

/** For whoever sends a form again from elsewhere, or after he left: it is with us, and nothing of it is told. */
export function SentPage({ view }: { view: View }) {
  const words = view.m.intake.sent
  return (
    <Page view={view} worker title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <p>
        <a class="button" href={urls.follow}>
          {words.follow}
        </a>
      </p>
      <p>{words.lost}</p>
      <p class="row">
        <a href={urls.home}>{view.m.intake.closed.ways}</a>
      </p>
    </Page>
  )
}

/** For whoever sent a form, went back and changed it: the first words stand, and the later ones are his to copy. */
export function ChangedPage({ sheet, filled, receipt }: { sheet: Sheet; filled: Filled; receipt: string }) {
  const { view } = sheet
  const words = view.m.intake.changed
  return (
    <Page view={view} worker title={words.title}>
      <h1>{words.title}</h1>
      <Notice kind="warning">{words.text}</Notice>
      <p>
        <a class="button" href={receipt}>
          {words.receipt}
        </a>
      </p>
      <h2>{words.yours}</h2>
      {summariesOf(sheet, filled).map(({ title, rows }) => (
        <section class="checked">
          <h3>{title}</h3>
          <SummaryList rows={rows} />
        </section>
      ))}
    </Page>
  )
}
