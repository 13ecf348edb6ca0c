import * as v from 'valibot'
import { urgentReasons } from '../engine/telling.ts'
import { catalogs } from '../i18n/catalog.ts'
import { formatDeadline } from '../i18n/dates.ts'
import { urls } from '../urls.ts'
import { aboutOneCase } from './about-one-case.ts'
import { aboutSeveralCases } from './about-several-cases.ts'
import type { Mail } from './mail.ts'

const schema = v.object({
  why: v.picklist(urgentReasons),
  /** An earlier release did not say until when the worker is to be met. */
  contactBy: v.optional(v.nullable(v.number())),
  /** Of several that were gathered; why and until when stands at each of them. */
  count: v.optional(v.number()),
})

/** Tells one person that a case cannot wait, or that several more cannot. */
export const urgentMail: Mail = {
  for: 'who_sees_the_cases',
  write(delivery, office) {
    const { why, contactBy, count } = v.parse(schema, delivery.data)
    const { urgent } = catalogs[delivery.locale].mails
    if (count !== undefined)
      return aboutSeveralCases(delivery, office, { ...urgent.several, list: urls.deskCases })
    const { subject, text, by } = urgent[why]
    const due = contactBy ? formatDeadline(delivery.locale, office.settings.zone, new Date(contactBy)) : null
    return aboutOneCase(delivery, office, { subject, text: due ? text + by(due) : text })
  },
}
