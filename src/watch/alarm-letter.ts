import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import type { Renderer } from '../mail/sending.ts'
import { urls } from '../urls.ts'
import { casesSchema } from './case-links.ts'

const schema = v.variant('why', [
  v.object({ why: v.literal('nobody'), cases: casesSchema }),
  v.object({ why: v.literal('calendar'), year: v.number() }),
])

/** Asks an administrator for what only he can do: somebody for cases nobody has, or the holidays of a year. */
export const alarmLetter: Renderer = ({ locale, data }, { settings }) => {
  const alarm = v.parse(schema, data)
  const m = catalogs[locale]
  const letter = { locale, from: `${m.common.product} · ${settings.name[locale]}` }
  const to = (path: string) => absolute(settings.address, path)
  if (alarm.why === 'calendar') {
    const { subject, text, action } = m.watch.alarm.calendar
    return {
      ...letter,
      subject: subject(alarm.year),
      preview: text(alarm.year),
      blocks: [
        { kind: 'text', text: text(alarm.year) },
        { kind: 'button', text: action, href: to(urls.officeCalendar) },
      ],
    }
  }
  const { subject, text, action } = m.watch.alarm.nobody
  const numbers = alarm.cases.map(({ number }) => m.watch.caseNumber(number))
  return {
    ...letter,
    subject: subject(alarm.cases.length),
    preview: text,
    blocks: [
      { kind: 'text', text },
      // An administrator reads no cases, so their numbers are no links.
      ...numbers.map((number) => ({ kind: 'text' as const, text: number })),
      { kind: 'button', text: action, href: to(urls.officeStaff) },
    ],
  }
}
