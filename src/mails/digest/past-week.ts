import type { Locale } from '../../db/vocabulary.ts'
import { percent, type Rate, threeRates } from '../../figures/rates.ts'
import { isTellable, leastPeople, type Measure, tallyOf } from '../../figures/tallies.ts'
import { tellCategories } from '../../figures/telling-categories.ts'
import { partlyOf } from '../../figures/telling-months.ts'
import { catalogs } from '../../i18n/catalog.ts'
import type { Block, Line } from '../../mail/content.ts'
import { query, urls } from '../../urls.ts'
import type { DigestData } from './data.ts'
import { section } from './running-cases.ts'

type To = (path: string) => string | null

/** So many categories are named, the largest. */
const listed = 5

/**
 * What came in and what workers said, withheld where it is fewer than five people's. What is withheld reads the
 * same for none as for few, and so it is never left out.
 */
export function pastWeek(locale: Locale, data: DigestData, to: To): Block[] {
  const { digest } = catalogs[locale]
  const lines = [filed(locale, data, to), ...categories(locale, data, to), ...rates(locale, data)]
  return [...section(digest.lastWeek, lines), { kind: 'small', text: digest.ratesNote }]
}

function filed(locale: Locale, { filed: count }: DigestData, to: To): Line {
  const { digest } = catalogs[locale]
  const text =
    count < leastPeople ? digest.fewerThan(digest.filed, leastPeople) : digest.cases(digest.filed, count)
  return { text, href: to(urls.deskCases + query({ show: 'new' })) }
}

/** Those that may be told beside the sum. */
function categories(locale: Locale, { filed: sum, categories: all }: DigestData, to: To): Line[] {
  const { digest, words } = catalogs[locale]
  const counts = all.map(({ category, week }) => [category, week])
  const told = tellCategories(Object.fromEntries(counts), sum).slice(0, listed)
  const others = told.reduce((left, it) => left - it.filed, sum)
  const lines: Line[] = told.map(({ category, filed }) => ({
    text: digest.ofCategory(words.categories[category], filed),
    href: to(urls.deskCases + query({ show: 'new', category })),
  }))
  return lines.length > 0 && others > 0
    ? [...lines, { text: digest.ofCategory(digest.others, others) }]
    : lines
}

function rates(locale: Locale, { filed, rates }: DigestData): Line[] {
  const { digest } = catalogs[locale]
  const three = threeRates(rates)
  const may = (measure: Measure) => isTellable(tallyOf(measure, { filed, ...rates }))
  const spoken = (name: string, measure: Measure, rate: Rate): Line => {
    const share = percent(rate)
    if (share === null || !may(measure)) return { text: digest.tooFew(name) }
    return { text: digest.rate(name, share, rate.numerator, rate.denominator) }
  }
  const response = spoken(digest.response, 'contacts', three.response)
  if (!may('answers')) return [response, { text: digest.tooFew(digest.answers) }]
  const partly = partlyOf(rates)
  return [
    response,
    spoken(digest.solved, 'answers', three.solved),
    ...(partly ? [{ text: digest.workers(digest.partly, partly) }] : []),
    spoken(digest.satisfied, 'answers', three.satisfied),
  ]
}
