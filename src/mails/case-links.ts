import * as v from 'valibot'
import type { Locale } from '../db/vocabulary.ts'
import { catalogs } from '../i18n/catalog.ts'
import type { Block } from '../mail/content.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'

export const casesSchema = v.array(v.object({ id: v.string(), number: v.number() }))

/** How many cases there are beside those that a mail names; nothing where it names all. */
export function andMore(locale: Locale, count: number, named: readonly unknown[]): Block[] {
  const left = count - named.length
  return left > 0 ? [{ kind: 'text', text: catalogs[locale].mails.andMore(left) }] : []
}

/** Cases by their numbers, each with its address. */
export function caseLinks(
  locale: Locale,
  cases: v.InferOutput<typeof casesSchema>,
  service: string,
): Block[] {
  return cases.map(({ id, number }) => ({
    kind: 'link' as const,
    text: catalogs[locale].mails.caseNumber(number),
    href: absolute(service, urls.deskCase(id)),
  }))
}
