import * as v from 'valibot'
import { urgentReasons } from '../engine/telling.ts'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import type { Mail } from './mail.ts'

const schema = v.object({
  cases: v.tuple([v.object({ id: v.string(), number: v.number() })]),
  why: v.picklist(urgentReasons),
})

/** Tells one person that a case cannot wait; not even its category is in the mail. */
export const urgentMail: Mail = {
  for: 'who_sees_the_cases',
  write({ locale, data }, { settings }) {
    const {
      cases: [it],
      why,
    } = v.parse(schema, data)
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
  },
}
