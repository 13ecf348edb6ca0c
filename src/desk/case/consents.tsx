import { standingOf } from '../../cases/consents.ts'
import { Day, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import type { Opened } from './load.ts'

/** Who else may learn who the worker is, by what he said each time; and what others were told. */
export function Consents({ view, opened }: { view: View; opened: Opened }) {
  const { it, consents, referrals } = opened
  const t = view.m.desk.case
  const isReport = it.grievance !== null && it.case.mode === 'report'
  const { removed } = view.m.common
  return (
    <>
      {isReport && !it.case.anonymous && <p class="quiet">{t.consentOfReport}</p>}
      {consents.length > 0 && <h3>{t.consents}</h3>}
      {consents.map((consent) => (
        <div class="sheet">
          <p class="from">
            {t.consentStanding[standingOf(consent)]} ·{' '}
            <Day view={view} at={consent.withdrawnAt ?? consent.answeredAt ?? consent.askedAt} />
          </p>
          <p>
            {consent.recipient ? t.consentLine(consent.recipient, view.m.words.told[consent.what]) : removed}
          </p>
          <Prose text={consent.purpose} />
        </div>
      ))}
      {referrals.length > 0 && <h3>{t.referrals}</h3>}
      {referrals.map(({ recipient, told, at }) => (
        <div class="sheet">
          <p class="from">
            {recipient || removed} · <Day view={view} at={at} />
          </p>
          <Prose text={told} />
        </div>
      ))}
      {referrals.length > 0 && it.case.state !== 'archived' && (
        <p class="row no-print">
          <a href={urls.deskReferral(it.case.id)}>{t.toSheet}</a>
        </p>
      )}
    </>
  )
}
