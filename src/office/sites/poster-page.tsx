import type { Child } from 'hono/jsx'
import { Page } from '../../ui/page.tsx'
import { Empty, NextPage, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import type { Organisation } from '../scope.ts'
import { Poster } from './poster.tsx'
import { type PosterSize, posterSizes } from './poster-looks.ts'
import type { PosterFacts } from './poster-words.ts'
import { isFiltering } from './site-filter.tsx'
import type { SiteFilter } from './site-rows.ts'

interface PosterProps {
  view: View
  facts: PosterFacts
  size: PosterSize
  /** The code that it replaces, where that was just done. */
  instead: string | null
}

/** One site as it is printed, in each size that there is. */
export function PosterPage({ view, facts, size, instead }: PosterProps) {
  const t = view.m.office.poster
  const { code } = facts
  return (
    <Page view={view} title={t.title}>
      <BeforePosters
        view={view}
        size={size}
        title={t.title}
        done={instead ? view.m.sites.hangIt(instead, code) : undefined}
        back={urls.officeSite(code)}
        at={(changed) => urls.officePoster(code) + query({ size: changed })}
      >
        <a href={urls.officePosterDrawing(code) + query({ size })}>{t.download}</a>
      </BeforePosters>
      <Poster facts={facts} size={size} />
    </Page>
  )
}

interface ManyProps {
  view: View
  /** All that this person administers, where none is named. */
  org: Organisation | null
  filter: SiteFilter
  size: PosterSize
  posters: PosterFacts[]
  /** How many are left out because they are over. */
  over: number
  /** The last code of the part before this one. */
  after: string
  /** The last code of this part, if there are more. */
  next: string | undefined
}

/** The posters of all sites that are asked for, a sheet each, in one print job. */
export function PostersPage({ view, org, filter, size, posters, over, after, next }: ManyProps) {
  const t = view.m.office.poster
  const { sites } = view.m
  const at = (values: { size: PosterSize; after: string }) =>
    urls.officePosters + query({ org: org?.id, ...filter, ...values })
  return (
    <Page view={view} title={t.all}>
      <BeforePosters
        view={view}
        size={size}
        title={t.all}
        lead={
          org && !isFiltering(filter)
            ? t.allOf(org.name[view.locale], posters.length)
            : sites.printed(posters.length)
        }
        back={urls.officeSites + query({ org: org?.id, ...filter })}
        at={(changed) => at({ size: changed, after })}
      />
      {over > 0 && (
        <div class="no-print">
          <Notice kind="warning" title={sites.overLeftOut(over)} />
        </div>
      )}
      {next && (
        <div class="no-print">
          <p>{t.inParts}</p>
          <NextPage view={view} href={at({ size, after: next })} />
        </div>
      )}
      {posters.length === 0 && <Empty title={view.m.office.sites.none} />}
      {posters.map((facts) => (
        <Poster facts={facts} size={size} />
      ))}
    </Page>
  )
}

interface BeforeProps {
  view: View
  size: PosterSize
  title: string
  lead?: string
  /** Says what was just done. */
  done?: string | undefined
  back: string
  /** The same page in another size. */
  at: (size: PosterSize) => string
  children?: Child
}

/** What is said on the screen and not on paper. */
function BeforePosters({ view, size, title, lead, done, back, at, children }: BeforeProps) {
  const t = view.m.office.poster
  return (
    <div class="poster-head no-print">
      <h1>{title}</h1>
      {done && <Notice kind="good" title={done} />}
      {lead && <p>{lead}</p>}
      <p>{t.print}</p>
      <nav aria-label={t.size}>
        <ul class="looks">
          {posterSizes.map((it) => (
            <li>
              <a href={at(it)} aria-current={it === size ? 'true' : undefined}>
                {t.sizes[it]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="row">
        {children}
        <a href={back}>{view.m.common.back}</a>
      </p>
    </div>
  )
}
