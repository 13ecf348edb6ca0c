import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { catalogs } from '../../i18n/catalog.ts'
import { formatDay } from '../../i18n/dates.ts'
import { absolute } from '../../mail/links.ts'
import { mailChoiceToken } from '../../mail/unsubscribe-token.ts'
import { urls } from '../../urls.ts'
import type { Mail } from '../mail.ts'
import { type DigestData, digestData } from './data.ts'
import { yourTurn } from './own-turn.ts'
import { pastWeek } from './past-week.ts'
import { runningCases } from './running-cases.ts'

/**
 * Writes the weekly mail of one person in his language: what waits for him, then what runs within his reach, then
 * the week that is over. What has to be done is counted as it is, for he sees those cases anyway. What came in, and
 * what workers say, is withheld as on the board, for mailboxes are read by others.
 */
export const digestMail: Mail = {
  for: 'who_reads_cases',
  async write(delivery, { platform, settings }) {
    const { locale } = delivery
    const data = v.parse(digestData, delivery.data)
    const { common, digest } = catalogs[locale]
    const to = (path: string) => absolute(settings.address, path)
    const lastDay = formatDay(locale, settings.zone, new Date(data.to - 1))
    const choice = to(urls.mailChoice(await mailChoiceToken(platform.secrets.auth, data.staffId)))
    return {
      locale,
      from: `${common.product} · ${settings.name[locale]}`,
      subject: digest.subject(data.turns?.count ?? 0, lastDay),
      preview: preview(locale, data),
      blocks: [
        ...yourTurn(locale, data, to),
        ...runningCases(locale, data, to),
        ...pastWeek(locale, data, to),
        { kind: 'small', text: digest.why, link: { text: digest.choice, href: choice } },
      ],
      ...(choice !== null && { headers: unsubscribing(choice) }),
    }
  },
}

/** The most pressing beside the subject, as far as there is any. */
function preview(locale: Locale, { overdue, dueThisWeek, unread }: DigestData): string {
  const { digest } = catalogs[locale]
  const parts = [
    overdue > 0 && digest.preview.overdue(overdue),
    dueThisWeek > 0 && digest.preview.dueThisWeek(dueThisWeek),
    unread > 0 && digest.preview.unread(unread),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(digest.preview.and) : digest.preview.calm
}

/** Mail programs show a button of their own for these (RFC 2369, RFC 8058). */
function unsubscribing(address: string) {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
