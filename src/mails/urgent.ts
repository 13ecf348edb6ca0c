import * as v from 'valibot'
import { urgentReasons } from '../cases/notices.ts'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import type { Renderer } from '../mail/sender.ts'
import { urls } from '../urls.ts'

const schema = v.object({
  case: v.object({ id: v.string(), number: v.number() }),
  why: v.picklist(urgentReasons),
})

/** Tells one person that a case cannot wait; not even its category is in the mail. */
export const urgentMail: Renderer = ({ locale, data }, { settings }) => {
  const { case: it, why } = v.parse(schema, data)
  const m = catalogs[locale]
  const { subject, text } = m.mails.urgent[why]
  return {
    locale,
    from: `${m.common.product} · ${settings.name[locale]}`,
    subject: subject(it.number),
    preview: text,
    blocks: [
      { kind: 'text', text },
      {
        kind: 'button',
        text: m.mails.openCase(it.number),
        href: absolute(settings.address, urls.deskCase(it.id)),
      },
      { kind: 'small', text: m.mails.noContent },
    ],
  }
}
