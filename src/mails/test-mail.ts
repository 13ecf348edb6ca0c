import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import type { Mail } from './mail.ts'

/** What an administrator sends to himself, to see whether mail goes out. */
export const testMail: Mail = {
  for: 'who_administers',
  write({ locale }, { settings }) {
    const { common, mails } = catalogs[locale]
    const { subject, text, action } = mails.testMail
    return {
      locale,
      from: `${common.product} · ${settings.name[locale]}`,
      subject,
      preview: text,
      blocks: [
        { kind: 'text', text },
        { kind: 'button', text: action, href: absolute(settings.address, urls.officeMail) },
      ],
    }
  },
}
