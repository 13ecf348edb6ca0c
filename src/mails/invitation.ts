import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import type { Mail } from './mail.ts'

/** Tells somebody that he has an account, and how to come in. */
export const invitationMail: Mail = {
  for: 'anybody',
  write({ locale, address }, { settings }) {
    const m = catalogs[locale]
    const { subject, text, how, action, notYou } = m.mails.invitation
    const federation = settings.name[locale]
    return {
      locale,
      from: `${m.common.product} · ${federation}`,
      subject: subject(federation),
      preview: text(federation),
      blocks: [
        { kind: 'text', text: text(federation) },
        { kind: 'text', text: how(address) },
        { kind: 'button', text: action, href: absolute(settings.address, urls.signIn) },
        { kind: 'small', text: notYou },
      ],
    }
  },
}
