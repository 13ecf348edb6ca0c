import { Page } from '../../ui/page.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { Poster } from './poster.tsx'
import { type PosterSize, posterSizes } from './poster-looks.ts'
import type { PosterFacts } from './poster-words.ts'

interface Props {
  view: View
  facts: PosterFacts
  size: PosterSize
}

/** One site as it is printed, in each size that there is. */
export function PosterPage({ view, facts, size }: Props) {
  const t = view.m.office.poster
  return (
    <Page view={view} title={t.title}>
      <div class="no-print">
        <h1>{t.title}</h1>
        <p>{t.print}</p>
        <SizeChoice view={view} size={size} at={urls.officePoster(facts.code)} />
        <p>
          <a href={urls.officeSite(facts.code)}>{view.m.common.back}</a>
        </p>
      </div>
      <Poster facts={facts} size={size} />
    </Page>
  )
}

/** The sizes, each by its link. */
export function SizeChoice({ view, size, at }: { view: View; size: PosterSize; at: string }) {
  const t = view.m.office.poster
  return (
    <nav aria-label={t.size}>
      <ul class="looks">
        {posterSizes.map((it) => (
          <li>
            <a href={at + query({ size: it })} aria-current={it === size ? 'true' : undefined}>
              {t.sizes[it]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
