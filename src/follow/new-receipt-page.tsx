import { receiptGroups } from '../cases/receipts.ts'
import type { Settings } from '../orgs/settings.ts'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import { KeepableQr } from '../ui/qr.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import type { Followed } from './followed.ts'
import type { Renewal } from './renewal.ts'
import { TooOften } from './too-often.tsx'

export type Stage = 'open' | 'wrong' | 'old_wrong' | 'overtaken' | 'too_often'

interface Props {
  view: View
  it: Followed
  renewal: Renewal
  /** Why the page is shown: first, after other characters, or because the code it showed holds no more, or after many. */
  stage: Stage
  settings: Settings
  origin: string
  /** The characters that were not those. */
  typed?: string | undefined
}

/** The new receipt comes first, and the old one is void only when the new one is in safe hands. */
export function NewReceiptPage({ view, it, renewal, stage, settings, origin, typed }: Props) {
  const words = view.m.follow.newReceipt
  const wrong = stage === 'wrong' ? words.wrong : undefined
  const oldWrong = stage === 'old_wrong' ? view.m.follow.seal.wrong : undefined
  return (
    <Page view={view} worker title={words.title} carries>
      {stage === 'too_often' && <TooOften view={view} settings={settings} />}
      <ErrorSummary
        view={view}
        errors={{ ...(wrong && { last: wrong }), ...(oldWrong && { receipt: oldWrong }) }}
      />
      <h1>{words.title}</h1>
      <p class="quiet">{view.m.follow.page.number(it.case.number)}</p>
      {stage === 'overtaken' && <Notice kind="warning">{words.overtaken}</Notice>}
      <p class="lead">{words.about}</p>
      {(it.news.mail || it.news.push) && <p>{words.news}</p>}
      <h2>{words.code}</h2>
      <p class="code groups">
        {receiptGroups(renewal.receipt).map((group) => (
          <span>{group} </span>
        ))}
      </p>
      <figure>
        <KeepableQr text={origin + urls.followLink(renewal.receipt)} alt={words.qrAlt} />
        <figcaption class="quiet centred">{words.qr}</figcaption>
      </figure>
      <form id={carriedForm} method="post" action={urls.followReceipt}>
        <Hidden name="case" value={it.mark} />
        <Hidden name="of" value={renewal.mark} />
        <TextField
          view={view}
          name="last"
          label={words.last}
          hint={words.lastHint}
          value={typed}
          error={wrong}
          autocomplete="off"
          short
        />
        {it.subject.isSealed && (
          <TextField
            view={view}
            name="receipt"
            label={words.old}
            hint={words.oldHint}
            error={oldWrong}
            autocomplete="off"
          />
        )}
        <Submit>{words.button}</Submit>
      </form>
      <p class="row">
        <a href={urls.follow}>{words.back}</a>
      </p>
    </Page>
  )
}
