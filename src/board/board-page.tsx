import type { Published } from '../figures/published.ts'
import { formatDay } from '../i18n/dates.ts'
import { Page } from '../ui/page.tsx'
import { Empty } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { Period } from './period.tsx'
import { SilentMonths, sectionsOf } from './silent-months.tsx'

interface Props {
  view: View
  /** Newest first. */
  published: Published[]
  /** When the next month is published. */
  next: Date
}

export function BoardPage({ view, published, next }: Props) {
  const t = view.m.board
  return (
    <Page view={view} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {published.length === 0 && (
        <Empty title={t.emptyTitle}>
          <p>{t.empty(formatDay(view.locale, view.zone, next))}</p>
        </Empty>
      )}
      {sectionsOf(published).map((section) =>
        section.isSilent ? (
          <SilentMonths view={view} {...section} />
        ) : (
          <Period view={view} it={section.periods[0]} all={published} />
        ),
      )}
      <h2>{t.howTitle}</h2>
      <ul>
        {t.how.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="row">
        <a href={urls.record}>{t.record.title}</a>
      </p>
      <p>
        <a class="button" href={urls.home}>
          {t.home}
        </a>
      </p>
    </Page>
  )
}
