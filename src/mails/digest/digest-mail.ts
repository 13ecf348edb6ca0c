import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { percent, type Rate, threeRates } from '../../figures/rates.ts'
import { catalogs } from '../../i18n/catalog.ts'
import { formatDay } from '../../i18n/dates.ts'
import type { Block } from '../../mail/content.ts'
import { absolute } from '../../mail/links.ts'
import { mailChoiceToken } from '../../mail/unsubscribe-token.ts'
import { urls } from '../../urls.ts'
import type { Mail } from '../mail.ts'
import { type DigestData, digestData } from './data.ts'

/** Writes the weekly mail of one person in his language. */
export const digestMail: Mail = {
  for: 'who_reads_cases',
  async write(delivery, { platform, settings }) {
    const { locale } = delivery
    const data = v.parse(digestData, delivery.data)
    const m = catalogs[locale]
    const lastDay = formatDay(locale, settings.zone, new Date(data.to - 1))
    const choice = absolute(
      settings.address,
      urls.mailChoice(await mailChoiceToken(platform.secrets.auth, data.staffId)),
    )
    return {
      locale,
      from: `${m.common.product} · ${settings.name[locale]}`,
      subject: m.digest.subject(lastDay),
      preview: m.digest.preview(data.filed, data.dueThisWeek, data.overdue),
      blocks: [
        { kind: 'text', text: m.digest.opening },
        ...glance(locale, data),
        { kind: 'button', text: m.digest.toDesk, href: absolute(settings.address, urls.desk) },
        ...states(locale, data),
        ...overdue(locale, data),
        ...rates(locale, data),
        ...categories(locale, data),
        { kind: 'small', text: m.digest.why, link: { text: m.digest.choice, href: choice } },
      ],
      ...(choice !== null && { headers: unsubscribing(choice) }),
    }
  },
}

/** Mail programs show a button of their own for these (RFC 2369, RFC 8058). */
function unsubscribing(address: string) {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function glance(locale: Locale, data: DigestData): Block[] {
  const { digest } = catalogs[locale]
  const rows: [string, number][] = [
    [digest.filed, data.filed],
    [digest.open, total(data.open)],
    [digest.dueThisWeek, data.dueThisWeek],
    [digest.overdue, data.overdue],
  ]
  return section(
    digest.glance,
    rows.map(([name, count]) => ({ name, numbers: [String(count)] })),
  )
}

function states(locale: Locale, { open }: DigestData): Block[] {
  const { digest, words } = catalogs[locale]
  return section(
    digest.states,
    open.map(({ state, count }) => ({ name: words.states[state], numbers: [String(count)] })),
  )
}

function overdue(locale: Locale, { overdueBy }: DigestData): Block[] {
  return section(
    catalogs[locale].digest.overdueByOrg,
    overdueBy.map(({ org, count }) => ({ name: org[locale], numbers: [String(count)] })),
  )
}

function rates(locale: Locale, data: DigestData): Block[] {
  const { digest } = catalogs[locale]
  const three = threeRates(data.rates)
  const spoken = (rate: Rate) => {
    const share = percent(rate)
    return share === null ? digest.noRate : digest.rate(share, rate.numerator, rate.denominator)
  }
  const rows = [
    { name: digest.response, numbers: [spoken(three.response)] },
    { name: digest.solved, numbers: [spoken(three.solved)] },
    ...(data.rates.partly > 0 ? [{ name: digest.partly, numbers: [String(data.rates.partly)] }] : []),
    { name: digest.satisfied, numbers: [spoken(three.satisfied)] },
  ]
  return [...section(digest.rates, rows), { kind: 'small', text: digest.ratesNote }]
}

function categories(locale: Locale, { categories }: DigestData): Block[] {
  const { digest, words } = catalogs[locale]
  const rows = categories.map(({ category, week, before }) => ({
    name: words.categories[category],
    numbers: [String(week), String(before)],
  }))
  return section(digest.categories, rows, [digest.category, digest.lastWeek, digest.fourWeeks])
}

function section(heading: string, rows: { name: string; numbers: string[] }[], head?: string[]): Block[] {
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: heading },
    { kind: 'table', rows, ...(head && { head }) },
  ]
}

function total(rows: { count: number }[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0)
}
