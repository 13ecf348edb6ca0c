import type { Locale } from '../../db/vocabulary.ts'
import { catalogs } from '../../i18n/catalog.ts'
import type { Block, Line } from '../../mail/content.ts'
import { query, urls } from '../../urls.ts'
import type { DigestData } from './data.ts'

type To = (path: string) => string | null

/** Of organisations and of states a mail names so many; with more it would take longer than a minute. */
const listed = 5

/** What runs within the reader's reach; what is nothing is left out, and each number leads to its list. */
export function runningCases(locale: Locale, data: DigestData, to: To): Block[] {
  const { digest } = catalogs[locale]
  return [
    ...section(digest.running, overview(locale, data, to)),
    ...section(digest.overdueByOrg, overdueByOrg(locale, data, to)),
    ...section(digest.states, states(locale, data, to)),
  ]
}

function overview(locale: Locale, data: DigestData, to: To): Line[] {
  const { digest } = catalogs[locale]
  const line = (name: string, count: number, show?: string, late = false): Line[] =>
    count > 0 ? [{ text: digest.cases(name, count), href: to(urls.deskCases + query({ show })), late }] : []
  return [
    ...line(digest.overdue, data.overdue, 'late', true),
    // The open ones stand there by their dates.
    ...line(digest.dueThisWeek, data.dueThisWeek),
    ...line(digest.supervised(data.supervisedDays), data.supervised, 'supervised'),
    ...line(digest.unread, data.unread, 'unread'),
    ...line(digest.open, sum(data.open)),
  ]
}

/** Where most of the overdue ones are; where that is one place only, the overview has said it. */
function overdueByOrg(locale: Locale, { overdueBy }: DigestData, to: To): Line[] {
  if (overdueBy.length < 2) return []
  return overdueBy.slice(0, listed).map(({ id, org, count }) => ({
    text: catalogs[locale].digest.cases(org[locale], count),
    href: to(urls.deskCases + query({ show: 'late', under: id })),
    late: true,
  }))
}

/** Where most of the open ones are, and how many are elsewhere. */
function states(locale: Locale, { open }: DigestData, to: To): Line[] {
  const { digest, words } = catalogs[locale]
  const most = new Set(open.toSorted((a, b) => b.count - a.count).slice(0, listed))
  const lines: Line[] = open
    .filter((it) => most.has(it))
    .map(({ state, count }) => ({
      text: digest.cases(words.states[state], count),
      href: to(urls.deskCases + query({ show: state })),
    }))
  const elsewhere = sum(open.filter((it) => !most.has(it)))
  return elsewhere > 0 ? [...lines, { text: digest.cases(digest.otherStates, elsewhere) }] : lines
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

export function section(heading: string, lines: Line[]): Block[] {
  if (lines.length === 0) return []
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', lines },
  ]
}
