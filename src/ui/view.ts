import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Bilingual, Locale } from '../db/vocabulary.ts'
import { locales } from '../db/vocabulary.ts'
import { catalogs, type Messages } from '../i18n/catalog.ts'
import { cookieAttributes, readCookie } from './cookies.ts'
import type { KeptWords } from './kept-words.ts'
import { sentName, takenHere, takenName } from './taken.ts'

/** How one person sees pages: language, size of type, and what every page shows of the service. */
export interface View {
  locale: Locale
  m: Messages
  elder: boolean
  /**
   * The address of this page, for the switches of language and size; on what answers a form that of the page where
   * the form stood, and null where the browser does not say.
   */
  here: URL | null
  /** What was typed into this page before, while it was shown in another way or the session ended. */
  words?: KeptWords | undefined
  zone: string
  /** How large a file may be that is sent. */
  fileMegabytes: number
  federation: Bilingual
  helplines: { number: string; name: Bilingual }[]
  languages: readonly Locale[]
  /** Changes with each deployment, so that style and script may be kept for a year. */
  release: string
  /** The page brings the style sheet along, instead of asking for the file. */
  bringsStyles?: true
  /** The page may ask the phone where it is, which no other may. */
  locates?: boolean
  /** What came with the form that this page answers: the name that a phone gave to what it keeps until then. */
  taken?: string | undefined
}

const year = 31_536_000

/** The language asked for in the address, else the one chosen before, else the browser's, else Chinese. */
export function chooseLocale(c: Context, languages: readonly Locale[]): Locale {
  const asked = c.req.query('lang')
  const known = (value: string | undefined) => languages.find((locale) => locale === value)
  if (known(asked)) setCookie(c, 'lang', asked as Locale, { ...cookieAttributes(c), maxAge: year })
  const browser = c.req.header('accept-language')?.slice(0, 2)
  return known(asked) ?? known(readCookie(c, 'lang')) ?? known(browser) ?? languages[0] ?? locales[0]
}

/** The elder view (适老化), by address and then by cookie. */
export function chooseElder(c: Context): boolean {
  const asked = c.req.query('view')
  if (asked === 'elder' || asked === 'standard')
    setCookie(c, 'view', asked, { ...cookieAttributes(c), maxAge: year })
  return (asked ?? readCookie(c, 'view')) === 'elder'
}

export function viewOf(
  c: Context,
  service: Pick<View, 'zone' | 'fileMegabytes' | 'federation' | 'helplines' | 'languages' | 'release'>,
): View {
  const locale = chooseLocale(c, service.languages)
  const here = c.req.method === 'POST' ? pageOf(c) : new URL(c.req.url)
  for (const name of [sentName, takenName]) here?.searchParams.delete(name)
  return { ...service, locale, m: catalogs[locale], elder: chooseElder(c), here, taken: takenHere(c) }
}

/** The page of ours on which a form was sent. */
function pageOf(c: Context): URL | null {
  const referer = c.req.header('referer') ?? ''
  const isOurs = URL.canParse(referer) && new URL(referer).origin === new URL(c.req.url).origin
  return isOurs ? new URL(referer) : null
}
