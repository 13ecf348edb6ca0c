import { formatDay } from '../i18n/dates.ts'
import { instantIn } from '../orgs/zone.ts'
import { Page } from '../ui/page.tsx'
import { Empty, NextPage } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'

interface Props {
  view: View
  /** Newest first. */
  heads: { day: string; head: string }[]
  /** The last day of the page, where more follow. */
  last: string | undefined
}

/** The head of each day, for anybody to write down; it tells nothing of what happened, or whether anything did. */
export function HeadsPage({ view, heads, last }: Props) {
  const t = view.m.board.record
  return (
    <Page view={view} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>{t.what}</p>
      {heads.length === 0 && <Empty title={t.none} />}
      <ol class="list">
        {heads.map(({ day, head }) => (
          <li>
            <strong>{formatDay(view.locale, view.zone, instantIn(view.zone, day))}</strong>
            <code class="hash">{head.match(/.{8}/g)?.join(' ')}</code>
          </li>
        ))}
      </ol>
      {last && <NextPage view={view} href={urls.record + query({ before: last })} />}
      <p class="row">
        <a href={urls.board}>{view.m.board.title}</a>
      </p>
    </Page>
  )
}
