import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { query, urls } from '../urls.ts'
import { andMore, caseLinks, casesSchema } from './case-links.ts'
import type { Mail } from './mail.ts'

/** An earlier release named all cases and did not count them. */
const schema = v.object({ cases: casesSchema, count: v.optional(v.number()) })

/** Which cases are past their deadline, to whoever has them or stands above; the most urgent by number. */
export const overdueMail = aboutDates('overdue')

/** Which cases are due soon, to whoever has them. */
export const dueSoonMail = aboutDates('dueSoon')

/** Which cases came under supervision by themselves, to whoever watches over them. */
export const supervisedMail = aboutDates('supervised')

const list = {
  overdue: urls.deskCases + query({ show: 'late' }),
  dueSoon: urls.deskCases,
  supervised: urls.deskCases + query({ show: 'supervised' }),
}

function aboutDates(which: 'overdue' | 'dueSoon' | 'supervised'): Mail {
  return {
    for: 'who_sees_the_cases',
    write({ locale, data }, { settings }) {
      const { cases, count = cases.length } = v.parse(schema, data)
      const m = catalogs[locale]
      const words = m.mails[which]
      return {
        locale,
        from: `${m.common.product} · ${settings.name[locale]}`,
        subject: words.subject(count),
        preview: words.text,
        blocks: [
          { kind: 'text', text: words.text },
          ...caseLinks(locale, cases, settings.address),
          ...andMore(locale, count, cases),
          { kind: 'button', text: words.toCases, href: absolute(settings.address, list[which]) },
          { kind: 'small', text: m.mails.noContent },
        ],
      }
    },
  }
}
