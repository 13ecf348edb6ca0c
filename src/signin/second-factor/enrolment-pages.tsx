import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Moment, Notice, SummaryList } from '../../ui/parts.tsx'
import { Qr } from '../../ui/qr.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { CodeField } from '../code-field.tsx'
import { AccountPage } from '../frame.tsx'
import { landing } from '../landing.ts'
import { isGuarded } from './rule.ts'

interface Props {
  view: View
  staff: Staff
  next: string
}

export function StartPage({ view, staff, next }: Props) {
  const t = view.m.signin.secondFactor
  return (
    <AccountPage view={view} staff={staff} title={t.setUpTitle}>
      <p>{isGuarded(staff) ? t.why : t.optional}</p>
      <p>{t.need}</p>
      <Act act="start" next={next} text={t.start} />
    </AccountPage>
  )
}

export function ScanPage({
  view,
  staff,
  next,
  address,
  errors,
}: Props & { address: string; errors: FieldErrors }) {
  const t = view.m.signin.secondFactor
  const secret = new URL(address).searchParams.get('secret') ?? ''
  return (
    <AccountPage view={view} staff={staff} title={t.setUpTitle}>
      <ErrorSummary view={view} errors={errors} />
      <h2>{t.scan}</h2>
      <Qr text={address} alt={t.scanAlt} />
      <p>{t.sameDevice}</p>
      <p class="key">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <p class="row">
        <a href={address}>{t.addHere}</a>
      </p>
      <h2>{t.confirm}</h2>
      <form method="post" action={urls.accountSecondFactor} novalidate>
        <Hidden name="act" value="confirm" />
        <Hidden name="next" value={next} />
        <CodeField view={view} label={t.confirmLabel} error={errors.code} digits />
        <Submit>{t.check}</Submit>
      </form>
    </AccountPage>
  )
}

/** The only time the codes are seen: the answer to the form that made them. */
export function BackupCodesPage({ view, staff, next, codes }: Props & { codes: string[] }) {
  const t = view.m.signin.secondFactor
  return (
    <AccountPage view={view} staff={staff} title={t.codesTitle}>
      <Notice kind="good" title={t.on} />
      <p>{t.codesLead}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
      <p>
        <a class="button" href={landing(next, staff)}>
          {t.codesKept}
        </a>
      </p>
    </AccountPage>
  )
}

export function InUsePage({ view, staff, next, since, left }: Props & { since: Date; left: number }) {
  const t = view.m.signin.secondFactor
  const rows = [
    { label: t.since, value: <Moment view={view} at={since} /> },
    { label: t.codesLeft, value: String(left) },
  ]
  return (
    <AccountPage view={view} staff={staff} title={t.title}>
      <SummaryList rows={rows} />
      <Act act="codes" next={next} text={t.newCodes} quiet />
      <Act act="start" next={next} text={t.replace} quiet />
    </AccountPage>
  )
}

function Act({ act, next, text, quiet }: { act: string; next: string; text: string; quiet?: boolean }) {
  return (
    <form method="post" action={urls.accountSecondFactor}>
      <Hidden name="act" value={act} />
      <Hidden name="next" value={next} />
      <Submit quiet={quiet ?? false}>{text}</Submit>
    </form>
  )
}
