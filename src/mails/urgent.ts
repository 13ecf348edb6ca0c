import * as v from 'valibot'
import { urgentReasons } from '../engine/telling.ts'
import { catalogs } from '../i18n/catalog.ts'
import { aboutOneCase } from './about-one-case.ts'
import type { Mail } from './mail.ts'

const schema = v.object({ why: v.picklist(urgentReasons) })

/** Tells one person that a case cannot wait. */
export const urgentMail: Mail = {
  for: 'who_sees_the_cases',
  write(delivery, office) {
    const { why } = v.parse(schema, delivery.data)
    return aboutOneCase(delivery, office, catalogs[delivery.locale].mails.urgent[why])
  },
}
