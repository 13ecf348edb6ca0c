import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import type { MailContent } from '../mail/content.ts'
import { absolute } from '../mail/links.ts'
import { andMore, caseLinks, casesSchema } from './case-links.ts'
import type { Delivery, PostOffice } from './mail.ts'

/** An earlier release named all cases and did not count them. */
const schema = v.object({ cases: casesSchema, count: v.optional(v.number()) })

interface Words {
  subject: (count: number) => string
  text: string
  toCases: string
  /** Where all of them are listed. */
  list: string
}

/** A mail about several cases: how many, the most urgent by number, and the way to all; not what they are about. */
export function aboutSeveralCases(
  { locale, data }: Delivery,
  { settings }: PostOffice,
  words: Words,
): MailContent {
  const { cases, count = cases.length } = v.parse(schema, data)
  const m = catalogs[locale]
  return {
    locale,
    from: `${m.common.product} · ${settings.name[locale]}`,
    subject: words.subject(count),
    preview: words.text,
    blocks: [
      { kind: 'text', text: words.text },
      ...caseLinks(locale, cases, settings.address),
      ...andMore(locale, count, cases),
      { kind: 'button', text: words.toCases, href: absolute(settings.address, words.list) },
      { kind: 'small', text: m.mails.noContent },
    ],
  }
}
