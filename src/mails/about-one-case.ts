import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import type { MailContent } from '../mail/content.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import type { Delivery, Mail, PostOffice } from './mail.ts'

const schema = v.object({ cases: v.tuple([v.object({ id: v.string(), number: v.number() })]) })

/** The mail of a kind that always says the same, for who sees its case. */
export function mailAboutOneCase(
  kind:
    | 'entrusted'
    | 'yourTurn'
    | 'tenWorkers'
    | 'workerWrote'
    | 'consentAnswered'
    | 'extensionAsked'
    | 'extensionDecided'
    | 'limitation',
): Mail {
  return {
    for: 'who_sees_the_cases',
    write: (delivery, office) => aboutOneCase(delivery, office, catalogs[delivery.locale].mails[kind]),
  }
}

/** A mail about one case: why it was sent, and the way to the case; not even its category is in it. */
export function aboutOneCase(
  { locale, data }: Delivery,
  { settings }: PostOffice,
  { subject, text }: { subject: (number: number) => string; text: string },
): MailContent {
  const [{ id, number }] = v.parse(schema, data).cases
  const m = catalogs[locale]
  return {
    locale,
    from: `${m.common.product} · ${settings.name[locale]}`,
    subject: subject(number),
    preview: text,
    blocks: [
      { kind: 'text', text },
      {
        kind: 'button',
        text: m.mails.openCase(number),
        href: absolute(settings.address, urls.deskCase(id)),
      },
      { kind: 'small', text: m.mails.noContent },
    ],
  }
}
