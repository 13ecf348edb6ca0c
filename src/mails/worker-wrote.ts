import { catalogs } from '../i18n/catalog.ts'
import { aboutOneCase } from './about-one-case.ts'
import type { Mail } from './mail.ts'

/** Tells whoever is to answer that the worker wrote. */
export const workerWroteMail: Mail = {
  for: 'who_sees_the_cases',
  write: (delivery, office) => aboutOneCase(delivery, office, catalogs[delivery.locale].mails.workerWrote),
}
