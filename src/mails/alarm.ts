import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import { andMore, casesSchema } from './case-links.ts'
import type { Mail } from './mail.ts'

const schema = v.variant('why', [
  v.object({ why: v.picklist(['nobody', 'late']), cases: casesSchema, count: v.optional(v.number()) }),
  v.object({ why: v.literal('calendar'), year: v.number() }),
])

/** Asks an administrator for what only he can do: somebody for cases nobody has, or the holidays of a year. */
export const alarmMail: Mail = {
  for: 'who_administers',
  write({ locale, data }, { settings }) {
    const alarm = v.parse(schema, data)
    const m = catalogs[locale]
    const content = { locale, from: `${m.common.product} · ${settings.name[locale]}` }
    const to = (path: string) => absolute(settings.address, path)
    if (alarm.why === 'calendar') {
      const { subject, text, action } = m.mails.alarm.calendar
      return {
        ...content,
        subject: subject(alarm.year),
        preview: text(alarm.year),
        blocks: [
          { kind: 'text', text: text(alarm.year) },
          { kind: 'button', text: action, href: to(urls.officeCalendar) },
        ],
      }
    }
    const { subject, text, action } = m.mails.alarm[alarm.why]
    const { count = alarm.cases.length } = alarm
    const numbers = alarm.cases.map(({ number }) => m.mails.caseNumber(number))
    return {
      ...content,
      subject: subject(count),
      preview: text,
      blocks: [
        { kind: 'text', text },
        // An administrator reads no cases, so their numbers are no links.
        ...numbers.map((number) => ({ kind: 'text' as const, text: number })),
        ...andMore(locale, count, numbers),
        { kind: 'button', text: action, href: to(urls.officeStaff) },
      ],
    }
  },
}
