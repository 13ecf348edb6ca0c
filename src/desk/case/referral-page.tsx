import type { Consent } from '../../cases/consents.ts'
import type { CasePage as Loaded } from '../../cases/loading.ts'
import type { Referral } from '../../cases/referrals.ts'
import { toldOf } from '../../cases/told-of.ts'
import type { Details } from '../../cases/vault.ts'
import { showIdentity } from '../../forms/show-answers.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextArea } from '../../ui/fields/typed.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Day, Prose, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { longest } from './read-act.ts'

/** What another agency is told. */
export interface Sheet {
  it: Loaded
  referral: Referral
  /** By which the worker agreed that he is told of; null where he was not asked, or nothing of him goes along. */
  consent: Consent | null
  /** Whether who he is may stand on it: behind a reason, or why not. */
  identity: 'not_agreed' | 'sealed' | 'withdrawn' | 'over' | 'not_yours' | 'behind_reason'
}

interface Props {
  view: View
  staff: Staff
  sheet: Sheet
  /** What names him, on the one page that answers a look. */
  details?: Details
  /** Why he wanted to look, and what is wrong with that. */
  typed?: string | undefined
  error?: string | undefined
}

/** What another agency is told, as a sheet to hand over. */
export function ReferralPage({ view, staff, sheet, error, ...shown }: Props) {
  const t = view.m.desk.referral
  const { it, referral, identity } = sheet
  const rows = [
    { label: t.to, value: referral.recipient },
    { label: t.from, value: `${view.federation[view.locale]} · ${it.org.name[view.locale]}` },
    { label: t.number, value: String(it.case.number) },
    { label: t.day, value: <Day view={view} at={referral.at} /> },
  ]
  const asks = identity === 'behind_reason' && !shown.details
  return (
    <DeskPage view={view} staff={staff} title={t.title} carries={asks}>
      <ErrorSummary view={view} errors={error ? { reason: error } : {}} />
      <h1>{t.title}</h1>
      <SummaryList rows={rows} />
      <h2>{t.told}</h2>
      <Prose text={referral.told} />
      <h2>{t.identity}</h2>
      <Identity view={view} sheet={sheet} error={error} {...shown} />
      <p class="hint">{t.only}</p>
      <p class="row no-print">
        <a href={urls.deskCase(it.case.id)}>{view.m.common.back}</a>
      </p>
    </DeskPage>
  )
}

function Identity({ view, sheet, details, typed, error }: Omit<Props, 'staff'>) {
  const t = view.m.desk.referral
  const { it, consent, identity } = sheet
  if (!consent || identity === 'not_agreed') return <p>{t.notAgreed}</p>
  if (identity === 'not_yours') return <p>{t.notYours(view.m.words.told[consent.what])}</p>
  if (identity !== 'behind_reason') return <p>{t[identity]}</p>
  if (!details) return <Asked view={view} sheet={sheet} typed={typed} error={error} />
  const told = toldOf(consent.what, details, it)
  const shown = showIdentity(it.definition, told, view.locale, view.m.common)
  if (shown.length === 0) return <p>{t.gone}</p>
  // The questions of a form speak to the worker.
  const rows = shown.map(({ label, value }) => ({ label: view.m.desk.case.section(label), value }))
  return <SummaryList rows={rows} />
}

/** Why he needs it, before it stands on the sheet. */
function Asked({ view, sheet, typed, error }: Pick<Props, 'view' | 'sheet' | 'typed' | 'error'>) {
  return (
    <form
      id={carriedForm}
      class="form no-print"
      method="post"
      action={urls.deskReferralIdentity(sheet.it.case.id)}
    >
      <TextArea
        view={view}
        name="reason"
        label={view.m.desk.acts.look_at_identity.text}
        hint={view.m.desk.referral.eachTime}
        limit={longest('reason')}
        rows={2}
        value={typed}
        error={error}
      />
      <Submit>{view.m.desk.referral.show}</Submit>
    </form>
  )
}
