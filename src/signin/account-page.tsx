import type { Bilingual } from '../db/vocabulary.ts'
import type { Named } from '../orgs/nominees.ts'
import { Checkbox, Radios } from '../ui/fields/chosen.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { languageOptions } from '../ui/languages.ts'
import { Moment, Notice, SummaryList } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { AccountPage } from './frame.tsx'
import type { Session } from './session.ts'

interface Open {
  id: string
  createdAt: Date
  expiresAt: Date
}

export function MyAccount({
  view,
  session,
  places,
  open,
  named,
  saved,
}: {
  view: View
  session: Session
  places: { id: string; name: Bilingual }[]
  open: Open[]
  /** Who is named for strict categories: he knows with whom he shares his. */
  named: Named[]
  saved: boolean
}) {
  const { account: t } = view.m.signin
  const { staff, enrolled } = session
  const placeOf = (orgId: string) => places.find((it) => it.id === orgId)?.name[view.locale] ?? ''
  const held = staff.grants.map((it) => `${view.m.words.roles[it.role]}${t.at}${placeOf(it.orgId)}`)
  const sharing = staff.nominatedFor.map((category) => ({
    label: t.named(view.m.words.categories[category]),
    value: named
      .filter((it) => it.category === category)
      .map((it) => it.name)
      .join('\n'),
  }))
  return (
    <AccountPage view={view} staff={staff} title={t.title}>
      {saved && <Notice kind="good" title={t.saved} />}
      <SummaryList
        rows={[
          { label: t.name, value: staff.name },
          { label: t.email, value: staff.email },
          { label: t.roles, value: held.join('\n') },
          ...sharing,
          {
            label: t.factorTitle,
            value: enrolled ? t.factorOn : t.factorOff,
            action: <a href={urls.accountSecondFactor}>{t.factorLink}</a>,
          },
        ]}
      />
      <h2>{t.mailTitle}</h2>
      <form method="post" action={urls.accountMail}>
        <Radios view={view} name="locale" label={t.language} value={staff.locale} options={languageOptions} />
        <Checkbox view={view} name="digest" label={t.digest} hint={t.digestHint} checked={session.digest} />
        <Submit>{view.m.common.save}</Submit>
      </form>
      <h2>{t.sessionsTitle}</h2>
      <p class="hint">{t.sessionsLead}</p>
      <ul class="list">
        {open.map((it) => (
          <OpenSession view={view} it={it} here={it.id === session.id} />
        ))}
      </ul>
      {open.length > 1 && <EndSession id="" text={t.endOthers} />}
      <form method="post" action={urls.signInExit}>
        <Submit quiet>{t.exit}</Submit>
      </form>
    </AccountPage>
  )
}

function OpenSession({ view, it, here }: { view: View; it: Open; here: boolean }) {
  const t = view.m.signin.account
  return (
    <li>
      {here && <strong class="what">{t.sessionHere}</strong>}
      <p>
        {t.sessionSince} <Moment view={view} at={it.createdAt} />
      </p>
      <p class="hint">
        {t.sessionUntil} <Moment view={view} at={it.expiresAt} />
      </p>
      {!here && <EndSession id={it.id} text={t.endOne} />}
    </li>
  )
}

function EndSession({ id, text }: { id: string; text: string }) {
  return (
    <form method="post" action={urls.accountSessions}>
      <Hidden name="session" value={id} />
      <Submit quiet>{text}</Submit>
    </form>
  )
}
