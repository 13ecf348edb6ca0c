import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { urls } from '../urls.ts'
import type { View } from './view.ts'

interface Props {
  view: View
  title: string
  /** Links of the surface: a cadre's or an administrator's way around. */
  nav?: Child
  /** Loads the script that keeps drafts and warns when the network is gone. */
  enhanced?: boolean
  children?: Child
}

/** The frame of every page; nothing in it comes from another origin. */
export function Page({ view, title, nav, enhanced, children }: Props) {
  const { m, locale, release, elder } = view
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale === 'zh' ? 'zh-CN' : 'en'} class={elder ? 'elder' : undefined}>
        <head>
          <meta charset="utf-8" />
          <title>{`${title} · ${m.common.product}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={`${urls.styles}?${release}`} />
          {enhanced && <script src={`${urls.script}?${release}`} defer data-offline={m.common.offline} />}
        </head>
        <body>
          <a class="skip" href="#main">
            {m.common.skip}
          </a>
          <header class="top">
            <a class="brand" href={urls.home}>
              {m.common.product}
            </a>
            <Switches view={view} />
          </header>
          {nav && <nav class="ways">{nav}</nav>}
          <main id="main">{children}</main>
          <footer class="foot">
            <p>{view.federation[locale]}</p>
            <p>{m.common.privacyNote}</p>
          </footer>
        </body>
      </html>
    </>
  )
}

function Switches({ view }: { view: View }) {
  const { m, here, elder, locale, languages } = view
  if (!here) return null
  const other = languages.find((it) => it !== locale)
  return (
    <span class="switches">
      <a href={switched(here, 'view', elder ? 'standard' : 'elder')}>
        {elder ? m.common.standard : m.common.elder}
      </a>
      {other && (
        <a href={switched(here, 'lang', other)} hreflang={other} lang={other}>
          {m.common.otherLanguage}
        </a>
      )}
    </span>
  )
}

/** Relative, so that no odd path (`//elsewhere`) can make it lead to another site. */
function switched(here: URL, key: string, value: string): string {
  const query = new URLSearchParams(here.search)
  query.set(key, value)
  return `?${query}`
}
