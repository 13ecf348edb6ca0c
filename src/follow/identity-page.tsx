import type { Details } from '../cases/vault.ts'
import { maskedAddress } from '../typed/masked-address.ts'
import { Notice, SummaryList } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { DeletionPage } from './deletion-page.tsx'
import { filledIn } from './filled-in.ts'
import type { Followed } from './followed.ts'

/** Shows what would be deleted and what would stay, before anything is deleted. */
export function IdentityPage(props: {
  view: View
  it: Followed
  identity: Details | null
  /** Somebody wrote meanwhile, so that nothing was deleted. */
  changed?: boolean
}) {
  const { view, it, identity, changed } = props
  const words = view.m.follow.erase
  const { hasIdentity } = it.subject
  const { mail, push } = it.news
  const isKept = hasIdentity || mail !== null || push !== null
  const rows = filledIn(view, it).identityBack(identity ?? {})
  return (
    <DeletionPage {...{ view, it, words, isKept, changed }} to={urls.followIdentity}>
      <p>{words.about}</p>
      {identity && <SummaryList rows={rows} />}
      {hasIdentity && !identity && <p>{words.sealed}</p>}
      {mail && <p>{words.mail(maskedAddress(mail.address))}</p>}
      {push && <p>{words.push}</p>}
      <p>{words.kept}</p>
      <p>{view.m.follow.eraseWords.when}</p>
      <Notice kind="warning">{words.after}</Notice>
    </DeletionPage>
  )
}
