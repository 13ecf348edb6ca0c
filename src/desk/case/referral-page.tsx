import type { Consent } from '../../cases/consents.ts'
import { standingOf } from '../../cases/consents.ts'
import type { CasePage as Loaded } from '../../cases/loading.ts'
import type { Referral } from '../../cases/referrals.ts'
import { toldOf } from '../../cases/told-of.ts'
import type { Details } from '../../cases/vault.ts'
import { showIdentity } from '../../forms/show-answers.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Day, Prose, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'

interface Props {
  view: View
  staff: Staff
  it: Loaded
  referral: Referral
  /** By which the worker agreed that he is told of; null where he was not asked, or nothing of him goes along. */
  consent: Consent | null
  /** What of him goes along, for whoever hands it over and as long as the consent stands. */
  details: Details | null
}

/** What another agency is told, as a sheet to hand over. */
export function ReferralPage({ view, staff, it, referral, consent, details }: Props) {
  const t = view.m.desk.referral
  const rows = [
    { label: t.to, value: referral.recipient },
    { label: t.from, value: `${view.federation[view.locale]} · ${it.org.name[view.locale]}` },
    { label: t.number, value: String(it.case.number) },
    { label: t.day, value: <Day view={view} at={referral.at} /> },
  ]
  return (
    <DeskPage view={view} staff={staff} title={t.title}>
      <h1>{t.title}</h1>
      <SummaryList rows={rows} />
      <h2>{t.told}</h2>
      <Prose text={referral.told} />
      <h2>{t.identity}</h2>
      <Identity view={view} it={it} consent={consent} details={details} />
      <p class="hint">{t.only}</p>
      <p class="row no-print">
        <a href={urls.deskCase(it.case.id)}>{view.m.common.back}</a>
      </p>
    </DeskPage>
  )
}

function Identity({ view, it, consent, details }: Pick<Props, 'view' | 'it' | 'consent' | 'details'>) {
  const t = view.m.desk.referral
  if (!consent) return <p>{t.notAgreed}</p>
  if (standingOf(consent) !== 'given') return <p>{t.withdrawn}</p>
  if (!details) return <p>{t.notYours(view.m.words.told[consent.what])}</p>
  const told = toldOf(consent.what, details)
  const shown = it.definition ? showIdentity(it.definition, told, view.locale) : []
  if (shown.length === 0) return <p>{t.gone}</p>
  // The questions of a form speak to the worker.
  const rows = shown.map(({ label, value }) => ({ label: view.m.desk.case.section(label), value }))
  return <SummaryList rows={rows} />
}
