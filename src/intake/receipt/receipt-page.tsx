import type { CaseForWorker } from '../../cases/loading.ts'
import type { NewsWays } from '../../cases/news/ways.ts'
import { receiptGroups } from '../../cases/receipts.ts'
import type { Settings } from '../../orgs/settings.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { Care, careFor } from '../../ui/helpline-card.tsx'
import { newsMail } from '../../ui/news-fields.tsx'
import { Page } from '../../ui/page.tsx'
import { Day, Moment, Notice } from '../../ui/parts.tsx'
import { KeepableQr } from '../../ui/qr.tsx'
import { seatText } from '../../ui/seat-text.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Goes } from '../destination.tsx'
import { destinationAfter } from './destination-after.ts'
import { NewsPart } from './news-part.tsx'
import type { Shown } from './receipt-address.ts'
import { Next } from './what-comes-next.tsx'

interface Props {
  view: View
  settings: Settings
  /** Without an address of its own, where the browser keeps no cookies: it is shown this once. */
  shown: Pick<Shown, 'receipt' | 'again'> & Partial<Shown>
  filed: CaseForWorker | null
  /** Not confirmed yet, confirmed wrongly, or kept. */
  stage: 'open' | 'wrong' | 'kept'
  origin: string
  /** The last characters as they were typed, where they were others. */
  typed?: string | undefined
  /** Where he wants to be told of news; none where the page has no address of its own. */
  ways?: NewsWays | undefined
  newsAttempt?: { typed: string; error: string } | undefined
}

/** The receipt code, how to keep it, and what happens next and by when. */
export function ReceiptPage(props: Props) {
  const { view, settings, shown, filed, stage, origin, typed, ways, newsAttempt } = props
  const words = view.m.intake.receipt
  const { receipt, of, again } = shown
  const isOfOther = filed?.definition?.filledBy === 'officer'
  const care = filed && careFor(filed.case.category, filed.case.danger)
  return (
    <Page view={view} worker title={words.title} carries={ways !== undefined && ways.mail === null}>
      <article class="receipt">
        <ErrorSummary view={view} errors={errorsOf(props)} />
        {again && <Notice>{words.same}</Notice>}
        {stage === 'kept' ? <Safe view={view} receipt={receipt} /> : <h1>{words.title}</h1>}
        {filed && <Proof view={view} filed={filed} />}
        {filed?.seat && <Notice>{seatText(view, filed.seat)}</Notice>}
        {care && <Care view={view} why={care} />}
        {stage !== 'kept' && <p class="lead">{isOfOther ? words.leadOfOther : words.lead}</p>}
        {filed?.isSealed && <p>{words.sealed}</p>}
        {!of && <Notice kind="warning">{words.onlyHere}</Notice>}
        <div class="keys">
          <div>
            <h2>{words.code}</h2>
            <p class="code groups">
              {receiptGroups(receipt).map((group) => (
                <span>{group} </span>
              ))}
            </p>
          </div>
          <figure>
            <KeepableQr text={origin + urls.followLink(receipt)} alt={words.qrAlt} />
            <figcaption class="quiet centred">
              <p class="no-print">{words.qrHere}</p>
              <p>{words.qrElsewhere}</p>
            </figcaption>
          </figure>
        </div>
        {stage !== 'kept' && <Keeping view={view} of={of} wrong={stage === 'wrong'} typed={typed} />}
        {filed && <Goes view={view} settings={settings} to={destinationAfter(filed)} />}
        {filed && <Next view={view} settings={settings} filed={filed} />}
        {of && ways && (
          <NewsPart {...{ view, settings, of, ways }} isKept={stage === 'kept'} attempt={newsAttempt} />
        )}
      </article>
    </Page>
  )
}

function errorsOf({ view, stage, newsAttempt }: Props): FieldErrors {
  if (newsAttempt) return { [newsMail]: newsAttempt.error }
  return stage === 'wrong' ? { last: view.m.intake.receipt.wrong } : {}
}

/** What he can show to anybody: its number, and when the federation that heads the page has received it. */
function Proof({ view, filed: { case: it } }: { view: View; filed: CaseForWorker }) {
  const words = view.m.intake.receipt
  return (
    <p class="quiet">
      {words.number(it.number)}
      <br />
      {words.filed[0]}
      {it.anonymous ? <Day view={view} at={it.createdAt} /> : <Moment view={view} at={it.createdAt} />}
      {words.filed[1]}
    </p>
  )
}

function Safe({ view, receipt }: { view: View; receipt: string }) {
  const words = view.m.intake.receipt
  return (
    <>
      <h1>{words.done}</h1>
      <p class="lead">{words.doneText}</p>
      <form method="post" action={urls.follow}>
        <Hidden name="receipt" value={receipt} />
        <Submit>{words.follow}</Submit>
      </form>
    </>
  )
}

function Keeping({
  view,
  of,
  wrong,
  typed,
}: {
  view: View
  of: string | undefined
  wrong: boolean
  typed: string | undefined
}) {
  const words = view.m.intake.receipt
  return (
    <section class="no-print">
      <h2>{words.keep}</h2>
      <ul>
        {words.ways.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
      <p>{words.shared}</p>
      {of && (
        <form method="post" action={urls.receiptConfirmation}>
          <h2>{words.confirm}</h2>
          <Hidden name="of" value={of} />
          <TextField
            view={view}
            name="last"
            label={words.last}
            hint={words.lastHint}
            value={typed}
            error={wrong ? words.wrong : undefined}
            autocomplete="off"
            short
          />
          <Submit>{words.confirmed}</Submit>
        </form>
      )}
    </section>
  )
}
