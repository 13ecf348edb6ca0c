import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import styles from '#styles'
import type { Locale } from '../db/vocabulary.ts'
import { query, urls } from '../urls.ts'
import { Typed } from './fields/unsaved.tsx'
import { PageScript } from './page-script.tsx'
import { UnsentScript } from './unsent-script.tsx'
import type { View } from './view.ts'

interface Props {
  view: View
  title: string
  /** Links of the surface: a cadre's or an administrator's way around. */
  nav?: Child
  /** That the page has a form by the id `carriedForm`; or how its switches send what is typed there. */
  carries?: boolean | Carrying | undefined
  /** Loads the script that keeps drafts of the desk, and stays on the page when the network is gone. */
  enhanced?: boolean
  /** Tells of what this phone could not send, as each page of a worker does. */
  unsent?: boolean
  /** What was sent has come to nothing, and is not on this page to be sent once more: the phone is to go on keeping it. */
  refuses?: boolean
  /** Uses the width of a large screen: for who works with it all day. */
  wide?: boolean
  /** It has long texts, under which a script counts. */
  counts?: boolean
  /** A worker's: he may have to leave it at once, and the tab says nothing of what it is about. */
  worker?: boolean
  children?: Child
}

/** The frame of every page; nothing in it comes from another origin. */
export function Page(props: Props) {
  const { view, title, nav, carries, enhanced, unsent, refuses, wide, counts, worker, children } = props
  const { m, locale, release, elder, federation, bringsStyles, taken } = view
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang={locale === 'zh' ? 'zh-CN' : 'en'}
        class={elder ? 'elder' : undefined}
        {...{ [refuses ? 'data-refused' : 'data-taken']: taken }}
      >
        <head>
          <meta charset="utf-8" />
          <title>{worker ? m.common.tab : `${title} · ${federation[locale]}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href="data:," />
          {bringsStyles ? (
            <style>{raw(styles.css)}</style>
          ) : (
            <link rel="stylesheet" href={`${urls.styles}?${release}`} />
          )}
          {enhanced && <script src={`${urls.script}?${release}`} defer data-offline={m.common.offline} />}
        </head>
        <body class={wide ? 'wide' : undefined}>
          <a class="skip" href="#main">
            {m.common.skip}
          </a>
          <header class="top">
            <Brand view={view} />
            {worker && <Away view={view} />}
            <Switches view={view} carries={carries} />
          </header>
          {nav && <nav class="ways">{nav}</nav>}
          <main id="main">
            {children}
            <Unshown view={view} />
          </main>
          <footer class="foot">
            <p>{federation[locale]}</p>
            <p>{m.common.privacyNote}</p>
          </footer>
          {(counts || worker) && <PageScript view={view} />}
          {(unsent || worker) && <UnsentScript view={view} />}
        </body>
      </html>
    </>
  )
}

/** The way out for who is not alone: to a page of everybody, with nothing left on this phone. */
function Away({ view: { m } }: { view: View }) {
  return (
    <span class="switches away">
      <a href={urls.away} data-forgets>
        {m.common.away}
      </a>
    </span>
  )
}

/** Whose page this is comes first: people have learnt to fear pages that only look like an office's. */
function Brand({ view: { federation, locale, m } }: { view: View }) {
  return (
    <a class="brand" href={urls.home}>
      <span>
        <b>{federation[locale]}</b> <small>{m.common.product}</small>
      </span>
    </a>
  )
}

/** The form whose words go along when language or size is switched; a page has one at most. */
export const carriedForm = 'words'

/** How a switch sends the form: where to, and what with. */
export type Carrying = (change: Record<string, string>) => {
  formaction: string
  name?: string
  value?: string
}

/** Language and size. Where something is typed they send it along, so that nothing of it is lost. */
function Switches({ view, carries }: Pick<Props, 'view' | 'carries'>) {
  const { m, here, elder, locale, languages } = view
  if (!here && typeof carries !== 'function') return null
  const other = languages.find((it) => it !== locale)
  const send: Carrying | null =
    typeof carries === 'function' ? carries : carries && here ? (change) => keptAt(here, change) : null
  const size = { view: elder ? 'standard' : 'elder' }
  const words = elder ? m.common.standard : m.common.elder
  return (
    <span class="switches">
      {send && <DefaultButton />}
      <Switch send={send} here={here} change={size}>
        {words}
      </Switch>
      {other && (
        <Switch send={send} here={here} change={{ lang: other }} lang={other}>
          {m.common.otherLanguage}
        </Switch>
      )}
    </span>
  )
}

/**
 * What Enter presses in a field of the form, instead of a switch. Safari passes over a button that is not drawn, so
 * it is, out of sight.
 */
function DefaultButton() {
  return (
    <span class="unseen" aria-hidden="true">
      <button type="submit" form={carriedForm} tabindex={-1} />
    </span>
  )
}

function Switch(props: {
  send: Carrying | null
  here: URL | null
  change: Record<string, string>
  lang?: Locale
  children: Child
}) {
  const { send, here, change, lang, children } = props
  if (!send)
    return (
      <a href={switched(here?.search ?? '', change)} hreflang={lang} lang={lang}>
        {children}
      </a>
    )
  return (
    <button
      type="submit"
      form={carriedForm}
      formmethod="post"
      formnovalidate
      class="link-button"
      lang={lang}
      {...send(change)}
    >
      {children}
    </button>
  )
}

/** Relative, so that no odd path (`//elsewhere`) can make it lead to another site. */
function switched(search: string, change: Record<string, string>): string {
  const query = new URLSearchParams(search)
  for (const [key, value] of Object.entries(change)) query.set(key, value)
  return `?${query}`
}

/** To where the words wait until the page is shown again. */
function keptAt({ pathname, search }: URL, change: Record<string, string>) {
  return { formaction: urls.words + query({ ...change, at: pathname + search }) }
}

/** What was typed and has no field on this page any more. */
function Unshown({ view }: { view: View }) {
  return <Typed view={view} texts={view.words?.left() ?? []} />
}
