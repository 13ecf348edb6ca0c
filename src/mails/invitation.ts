import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import type { Renderer } from '../mail/sender.ts'
import { urls } from '../urls.ts'

/** Tells somebody that he has an account, and how to come in. */
export const invitationMail: Renderer = ({ locale, recipient }, { settings }) => {
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
      { kind: 'text', text: how(recipient) },
      { kind: 'button', text: action, href: absolute(settings.address, urls.signIn) },
      { kind: 'small', text: notYou },
    ],
  }
}
