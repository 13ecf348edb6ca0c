import * as v from 'valibot'
import { catalogs } from '../i18n/catalog.ts'
import { absolute } from '../mail/links.ts'
import { urls } from '../urls.ts'
import type { Mail } from './mail.ts'

const schema = v.object({ formerly: v.string() })

/** Tells a person that his account has another address: at the old one that it is over there, at the new one how to come in. */
export const addressChangedMail: Mail = {
  for: 'anybody',
  write({ locale, address, data }, { settings }) {
    const { common, mails } = catalogs[locale]
    const federation = settings.name[locale]
    const isOver = address === v.parse(schema, data).formerly
    const { subject, over, here, action, notYou } = mails.addressChanged
    const text = isOver ? over(federation) : here(address)
    return {
      locale,
      from: `${common.product} · ${federation}`,
      subject,
      preview: text,
      blocks: [
        { kind: 'text', text },
        ...(isOver
          ? []
          : [{ kind: 'button' as const, text: action, href: absolute(settings.address, urls.signIn) }]),
        { kind: 'small', text: notYou(federation) },
      ],
    }
  },
}
