import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import { caseLinks, casesSchema } from './case-links.ts'
import type { Mail } from './mail.ts'

const schema = v.object({ cases: casesSchema })

/** Tells the person who has them now which cases are past their deadline. */
export const overdueMail: Mail = {
  for: 'who_sees_the_cases',
  write({ locale, data }, { settings }) {
    const { cases } = v.parse(schema, data)
    const m = catalogs[locale]
    return {
      locale,
      from: `${m.common.product} · ${settings.name[locale]}`,
      subject: m.mails.overdue.subject(cases.length),
      preview: m.mails.overdue.text,
      blocks: [
        { kind: 'text', text: m.mails.overdue.text },
        ...caseLinks(locale, cases, settings.address),
        { kind: 'button', text: m.mails.overdue.toDesk, href: absolute(settings.address, urls.desk) },
        { kind: 'small', text: m.mails.noContent },
      ],
    }
  },
}
