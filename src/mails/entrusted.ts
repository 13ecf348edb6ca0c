import { catalogs } from '../i18n/catalog.ts'
import { aboutOneCase } from './about-one-case.ts'
import type { Mail } from './mail.ts'

/** Tells the named people that a case was put into their hands. */
export const entrustedMail: Mail = {
  for: 'who_sees_the_cases',
  write: (delivery, office) => aboutOneCase(delivery, office, catalogs[delivery.locale].mails.entrusted),
}
