import * as v from 'valibot'
import type { Locale } from '../db/vocabulary.ts'
import { catalogs } from '../i18n/catalog.ts'
import type { Block } from '../mail/content.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'

export const casesSchema = v.array(v.object({ id: v.string(), number: v.number() }))

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
