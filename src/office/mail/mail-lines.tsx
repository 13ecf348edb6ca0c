import type { deliveries } from '../../db/tables/notices.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Day } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { NotSent } from './not-sent.tsx'

interface Line {
  view: View
  it: typeof deliveries.$inferSelect
  kind: NoticeKind
}

/** What sort of mail it is, to whom, and since when it is there. */
export function Heading({ view, it, kind }: Line) {
  const t = view.m.office.mail
  return (
    <>
      <strong class="what">
        {t.kinds[kind]} · {t.statuses[it.status]}
      </strong>
      <span class="hint">{t.to(it.address)}</span>
      <span class="hint">
        {t.since} <Day view={view} at={it.createdAt} />
      </span>
    </>
  )
}

export function Stopped(line: Line) {
  const { view, it } = line
  const t = view.m.office.mail
  return (
    <li>
      <Heading {...line} />
      <span class="hint">{t.attempts(it.attempts)}</span>
      {it.error && <NotSent view={view} error={it.error} />}
      <form method="post" action={urls.officeMail}>
        <Hidden name="delivery" value={it.id} />
        <Submit quiet>{t.again}</Submit>
      </form>
    </li>
  )
}
