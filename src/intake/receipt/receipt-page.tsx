import { limitationOfCase } from '../../cases/grievance/limitation.ts'
import type { CaseForWorker } from '../../cases/loading.ts'
import { nextDuty } from '../../cases/next-duty.ts'
import { receiptGroups } from '../../cases/receipts.ts'
import { tellsMinute } from '../../cases/without-minutes.ts'
import { retentionOf } from '../../orgs/retention-days.ts'
import type { Settings } from '../../orgs/settings.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { Care, careFor } from '../../ui/helpline-card.tsx'
import { Limitation } from '../../ui/limitation-notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Notice, Until } from '../../ui/parts.tsx'
import { Qr } from '../../ui/qr.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Goes } from '../destination.tsx'
import { destinationAfter } from './destination-after.ts'
import type { Shown } from './receipt-address.ts'

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
}

/** The receipt code, how to keep it, and what happens next and by when. */
export function ReceiptPage({ view, settings, shown, filed, stage, origin, typed }: Props) {
  const words = view.m.intake.receipt
  const { receipt, of, again } = shown
  const care = filed && careFor(filed.case.category, filed.case.danger)
  return (
    <Page view={view} title={words.title}>
      <ErrorSummary view={view} errors={stage === 'wrong' ? { last: words.wrong } : {}} />
      {again && <Notice>{words.same}</Notice>}
      {stage === 'kept' ? <Safe view={view} receipt={receipt} /> : <h1>{words.title}</h1>}
      {care && <Care view={view} why={care} />}
      {stage !== 'kept' && <p class="lead">{words.lead}</p>}
      {!of && <Notice kind="warning">{words.onlyHere}</Notice>}
      <h2>{words.code}</h2>
      <p class="code groups">
        {receiptGroups(receipt).map((group) => (
          <span>{group} </span>
        ))}
      </p>
      <figure>
        <Qr text={origin + urls.followLink(receipt)} alt={words.qr} />
        <figcaption class="quiet centred">{words.qr}</figcaption>
      </figure>
      {stage !== 'kept' && <Keeping view={view} of={of} wrong={stage === 'wrong'} typed={typed} />}
      {filed && <Goes view={view} settings={settings} to={destinationAfter(filed)} />}
      {filed && <Next view={view} settings={settings} filed={filed} />}
    </Page>
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
    <>
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
    </>
  )
}

/** The deadlines of the case as it stands, in the order in which they come. */
function Next({ view, settings, filed }: { view: View; settings: Settings; filed: CaseForWorker }) {
  const words = view.m.intake.receipt
  const { state } = filed.case
  const contact = filed.duties.find(({ kind }) => kind === 'contact')
  const step = nextDuty(filed)
  const limitation = limitationOfCase(filed, view.zone)
  return (
    <section>
      <h2>{words.next}</h2>
      <ol class="steps">
        {contact && (
          <li>
            <b>
              {words.by[0]}
              <Until view={view} term={contact} byDay={!tellsMinute(filed.case)} />
              {words.by[1]}
            </b>
            {filed.case.anonymous ? words.contactAnonymous : words.contact}
          </li>
        )}
        {step && state === 'triage' && (
          <li>
            <b>
              {words.by[0]}
              <Until view={view} term={step} byDay={!tellsMinute(filed.case)} />
              {words.by[1]}
            </b>
            {words.triage}
          </li>
        )}
      </ol>
      <p>{words.after}</p>
      <p>{words.law}</p>
      {limitation && <Limitation view={view} now={filed.case.createdAt} it={limitation} />}
      <p>{view.m.common.keptFor(retentionOf(settings, filed.case.category))}</p>
      <p class="hint">{view.m.common.legalNote}</p>
    </section>
  )
}

/** Half an hour later, or in another browser. */
export function GonePage({ view }: { view: View }) {
  const words = view.m.intake.receipt
  return (
    <Page view={view} title={words.goneTitle}>
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
