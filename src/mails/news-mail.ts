import { randomId } from '../db/id.ts'
import type { Locale } from '../db/vocabulary.ts'
import { catalogs } from '../i18n/catalog.ts'
import { mailText } from '../mail/content.ts'
import { mailHtml } from '../mail/layout.tsx'
import { type MailWays, sendMail } from '../mail/send.ts'
import { newsAddress } from '../orgs/news-texts.ts'
import type { Settings } from '../orgs/settings.ts'

/** How telling a worker went. `gone`: the way leads nowhere any more; `in_doubt`: it may have arrived. */
export type Told = 'told' | 'failed' | 'in_doubt' | 'gone'

/**
 * Mails a worker that there is news: who reads his mailbox learns that, and the address it came from. No name of the
 * union, no number, no link, and an id that is drawn for this one mail.
 */
export async function mailNews(
  platform: MailWays,
  settings: Settings,
  { to, locale }: { to: string; locale: Locale },
): Promise<Told> {
  const { sender, subject } = settings.news
  const words = catalogs[locale].news.mail
  const content = {
    locale,
    from: sender[locale],
    subject: subject[locale],
    preview: words.text,
    blocks: [
      { kind: 'text' as const, text: words.text },
      { kind: 'small' as const, text: words.stop },
    ],
  }
  const sent = await sendMail(platform, settings, {
    id: randomId(),
    to,
    locale,
    from: { name: sender[locale], email: newsAddress(settings) },
    subject: content.subject,
    text: mailText(content),
    html: mailHtml(content),
  })
  if (sent.ok) return 'told'
  return sent.maybeSent ? 'in_doubt' : 'failed'
}
