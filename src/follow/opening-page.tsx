import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'

interface Props {
  view: View
  /** Says which link the page is of. */
  mark: string
  /** Another case is open in this browser, or another link was followed after this page. */
  meanwhile: 'nothing' | 'open' | 'other_link'
}

/** Where a link with a receipt leads: a link alone opens nothing, whoever sent it. */
export function OpeningPage({ view, mark, meanwhile }: Props) {
  const words = view.m.follow.opening
  return (
    <Page view={view} worker title={words.title}>
      <h1>{words.title}</h1>
      {meanwhile === 'open' && <Notice kind="warning">{words.closes}</Notice>}
      {meanwhile === 'other_link' && <Notice kind="warning">{words.otherLink}</Notice>}
      <p class="lead">{words.about}</p>
      <form method="post" action={urls.followOpening}>
        <Hidden name="of" value={mark} />
        <Submit>{words.button}</Submit>
      </form>
      <p class="hint">{view.m.follow.entry.shared}</p>
    </Page>
  )
}
