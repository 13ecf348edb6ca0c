import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { WaitNotice } from '../ui/wait-notice.tsx'
import { urls } from '../urls.ts'
import type { Followed } from './followed.ts'

interface Props {
  view: View
  it: Followed
  /** Why it is shown again: with another receipt, or none. */
  wrong?: string | undefined
  /** Asks him to wait, or says why not now. */
  wait?: string | undefined
  typed?: string | undefined
}

/** Where a worker opens a name that he sealed, or seals one that is open; his receipt does it, and nothing else. */
export function SealPage({ view, it, wrong, wait, typed }: Props) {
  const words = view.m.follow.seal
  const { isSealed, hasIdentity } = it.subject
  const now = isSealed ? words.sealed : words.open
  return (
    <Page view={view} worker title={now.title} carries>
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={wrong ? { receipt: wrong } : {}} />
      <h1>{now.title}</h1>
      <p class="quiet">{view.m.follow.page.number(it.case.number)}</p>
      {!hasIdentity && <p>{words.nothing}</p>}
      {hasIdentity && (
        <>
          <p class="lead">{now.about}</p>
          <Notice kind="warning">{isSealed ? words.sealed.after[it.case.mode] : words.open.lost}</Notice>
          <form id={carriedForm} method="post" action={urls.followSeal}>
            <Hidden name="case" value={it.mark} />
            <TextField
              view={view}
              name="receipt"
              label={words.receipt}
              hint={view.m.follow.entry.hint}
              value={typed}
              error={wrong}
              autocomplete="off"
            />
            <Submit name="step" value={isSealed ? 'open' : 'seal'}>
              {now.button}
            </Submit>
            {isSealed && (
              <Submit name="step" value="show" quiet>
                {words.sealed.show}
              </Submit>
            )}
          </form>
        </>
      )}
      <p class="row">
        <a href={urls.follow}>{view.m.common.back}</a>
      </p>
    </Page>
  )
}
