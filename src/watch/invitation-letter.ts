import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import type { Renderer } from '../mail/sending.ts'
import { urls } from '../urls.ts'

/** Tells somebody that he has an account, and how to come in. */
export const invitationLetter: Renderer = ({ locale, recipient }, { settings }) => {
  const m = catalogs[locale]
  const { subject, text, how, action, notYou } = m.watch.invitation
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
