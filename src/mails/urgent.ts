import * as v from 'valibot'
import { urgentReasons } from '../engine/telling.ts'
import { catalogs } from '../i18n/catalog.ts'
import { formatDeadline } from '../i18n/dates.ts'
import { aboutOneCase } from './about-one-case.ts'
import type { Mail } from './mail.ts'

/** An earlier release did not say until when the worker is to be met. */
const schema = v.object({ why: v.picklist(urgentReasons), contactBy: v.optional(v.nullable(v.number())) })

/** Tells one person that a case cannot wait. */
export const urgentMail: Mail = {
  for: 'who_sees_the_cases',
  write(delivery, office) {
    const { why, contactBy } = v.parse(schema, delivery.data)
    const { subject, text, by } = catalogs[delivery.locale].mails.urgent[why]
    const due = contactBy ? formatDeadline(delivery.locale, office.settings.zone, new Date(contactBy)) : null
    return aboutOneCase(delivery, office, { subject, text: due ? text + by(due) : text })
  },
}
