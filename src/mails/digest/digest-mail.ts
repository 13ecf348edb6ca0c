import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { percent, type Rate, threeRates } from '../../figures/rates.ts'
import { isTellable, leastPeople, type Measure, tallyOf } from '../../figures/tallies.ts'
import { tellCategories } from '../../figures/telling-categories.ts'
import { partlyOf } from '../../figures/telling-months.ts'
import { catalogs } from '../../i18n/catalog.ts'
import { formatDay } from '../../i18n/dates.ts'
import type { Block } from '../../mail/content.ts'
import { absolute } from '../../mail/links.ts'
import { mailChoiceToken } from '../../mail/unsubscribe-token.ts'
import { urls } from '../../urls.ts'
import type { Mail } from '../mail.ts'
import { type DigestData, digestData } from './data.ts'

/**
 * Writes the weekly mail of one person in his language. What he has to do is counted as it is: he sees those cases
 * anyway. What came in, and what workers say, is withheld as on the board, for mailboxes are read by others.
 */
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
      preview: m.digest.preview(filedIn(locale, data), data.dueThisWeek, data.overdue),
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
  const rows: [string, number | string][] = [
    [digest.filed, filedIn(locale, data)],
    [digest.open, total(data.open)],
    [digest.dueThisWeek, data.dueThisWeek],
    [digest.overdue, data.overdue],
    [digest.supervised(data.supervisedDays), data.supervised],
    [digest.unread, data.unread],
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

function rates(locale: Locale, { filed, rates }: DigestData): Block[] {
  const { digest } = catalogs[locale]
  const three = threeRates(rates)
  const may = (measure: Measure) => isTellable(tallyOf(measure, { filed, ...rates }))
  const spoken = (measure: Measure, rate: Rate) => {
    const share = percent(rate)
    if (share === null || !may(measure)) return digest.tooFew
    return digest.rate(share, rate.numerator, rate.denominator)
  }
  const partly = partlyOf(rates)
  const rows = [
    { name: digest.response, numbers: [spoken('contacts', three.response)] },
    { name: digest.solved, numbers: [spoken('answers', three.solved)] },
    ...(may('answers') && partly ? [{ name: digest.partly, numbers: [String(partly)] }] : []),
    { name: digest.satisfied, numbers: [spoken('answers', three.satisfied)] },
  ]
  return [...section(digest.rates, rows), { kind: 'small', text: digest.ratesNote }]
}

function categories(locale: Locale, { filed, categories }: DigestData): Block[] {
  const { digest, words } = catalogs[locale]
  const counts = categories.map(({ category, week }) => [category, week])
  const told = tellCategories(Object.fromEntries(counts), filed)
  if (told.length === 0) return []
  const others = told.reduce((left, it) => left - it.filed, filed)
  const rows = told.map((it) => ({ name: words.categories[it.category], numbers: [String(it.filed)] }))
  const rest = others > 0 ? [{ name: digest.others, numbers: [String(others)] }] : []
  return section(digest.categories, [...rows, ...rest], [digest.category, digest.lastWeek])
}

function filedIn(locale: Locale, { filed }: DigestData): string {
  return filed < leastPeople ? catalogs[locale].digest.fewerThan(leastPeople) : String(filed)
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
