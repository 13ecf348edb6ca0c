import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import type { Delivery, Mail, PostOffice } from './mail.ts'

/** Asks the other administrators of the federation whether somebody is to be named for a strict category. */
export const namingProposedMail: Mail = {
  for: 'who_administers',
  write: (delivery, office) =>
    letter(delivery, office, catalogs[delivery.locale].mails.naming.proposed, urls.officeNominees),
}

const change = v.object({ staffId: v.string(), what: v.picklist(['named', 'unnamed']) })

/**
 * Tells the people named for a strict category, and the person, that he is one of them now, or no longer. Who it
 * is and for what stands on the page it leads to: a mailbox is read by others.
 */
export const namingMail: Mail = {
  for: 'anybody',
  write(delivery, office) {
    const { staffId, what } = v.parse(change, delivery.data)
    const texts = catalogs[delivery.locale].mails.naming[what]
    const text = delivery.staffId === staffId ? texts.himself : texts.other
    return letter(delivery, office, { subject: texts.subject, action: texts.action, text }, urls.account)
  },
}

interface Words {
  subject: string
  text: string
  action: string
}

function letter(
  { locale }: Delivery,
  { settings }: PostOffice,
  { subject, text, action }: Words,
  path: string,
) {
  const { common, mails } = catalogs[locale]
  return {
    locale,
    from: `${common.product} · ${settings.name[locale]}`,
    subject,
    preview: text,
    blocks: [
      { kind: 'text' as const, text },
      { kind: 'button' as const, text: action, href: absolute(settings.address, path) },
      { kind: 'small' as const, text: mails.naming.why },
    ],
  }
}
