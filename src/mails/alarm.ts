import * as v from 'valibot'
import { strandings } from '../cases/stranded.ts'
import { type Locale, roles } from '../db/vocabulary.ts'
import { catalogs, type Messages } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import { andMore, casesSchema } from './case-links.ts'
import type { Mail } from './mail.ts'

/** What is written when a case is filed says no more than its number; the clock says where and why. */
const strandedSchema = v.array(
  v.object({
    id: v.string(),
    number: v.number(),
    org: v.optional(v.object({ zh: v.string(), en: v.string() })),
    role: v.nullish(v.picklist(roles)),
    stranding: v.optional(v.picklist(strandings)),
  }),
)

const schema = v.variant('why', [
  v.object({ why: v.literal('late'), cases: casesSchema, count: v.optional(v.number()) }),
  v.object({ why: v.literal('unreadable'), cases: casesSchema, count: v.optional(v.number()) }),
  v.object({ why: v.literal('altered'), cases: casesSchema, count: v.optional(v.number()) }),
  v.object({ why: v.literal('nobody'), cases: strandedSchema, count: v.optional(v.number()) }),
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
    const lines =
      alarm.why === 'nobody'
        ? alarm.cases.map((it) => strandedLine(m, locale, it))
        : alarm.cases.map(({ number }) => m.mails.caseNumber(number))
    return {
      ...content,
      subject: subject(count),
      preview: text,
      blocks: [
        { kind: 'text', text },
        // An administrator reads no cases, so their numbers are no links.
        ...lines.map((line) => ({ kind: 'text' as const, text: line })),
        ...andMore(locale, count, lines),
        {
          kind: 'button',
          text: action,
          href: to(places[alarm.why]),
        },
      ],
    }
  },
}

/** Where what is wrong can be mended or looked at. */
const places = {
  late: urls.officeStaff,
  nobody: urls.officeStaff,
  unreadable: urls.office,
  altered: urls.officeRecord,
}

function strandedLine(m: Messages, locale: Locale, it: v.InferOutput<typeof strandedSchema>[number]): string {
  const { number, org, role, stranding } = it
  if (!org || !stranding) return m.mails.caseNumber(number)
  return m.words.stranded[stranding](number, org[locale], role ? m.words.roles[role] : null)
}
