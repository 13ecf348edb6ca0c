import { Typed } from '../ui/fields/unsaved.tsx'
import { Page } from '../ui/page.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { ReceiptForm } from './entry-page.tsx'
import type { Followed } from './followed.ts'

/** What a worker gets whose page is of one case while another is open: nothing was done to either. */
export function OtherCasePage({ view, it, typed }: { view: View; it: Followed; typed: string[] }) {
  const words = view.m.follow.otherCase
  return (
    <Page view={view} worker title={words.title} carries refuses>
      <h1>{words.title}</h1>
      <p class="lead">{words.about(it.case.number)}</p>
      {typed.length > 0 && <p>{words.copy}</p>}
      <Typed view={view} label={view.m.follow.expired.typed} texts={typed} />
      <p>
        <a class="button" href={urls.follow}>
          {words.open(it.case.number)}
        </a>
      </p>
      <h2>{words.back}</h2>
      <ReceiptForm view={view} />
    </Page>
  )
}
