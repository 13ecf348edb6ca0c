import type { Month } from '../orgs/calendar.ts'
import { endsQuarter, endsYear, quarterOf, yearOf } from './months.ts'
import { mayTellTogether } from './pooling.ts'
import type { Publication, Told } from './published.ts'
import type { RateCounts } from './rates.ts'
import {
  type Counts,
  isNobodyOrEnough,
  isTellable,
  leastPeople,
  type Measure,
  type MonthCounts,
  measures,
  sumOf,
  tallyOf,
} from './tallies.ts'
import { tellCategories, totalOf } from './telling-categories.ts'

/**
 * What is published when a month is over: the month, and with the last of a quarter or a year the sums of those
 * of its months that could not be told for themselves. `before` is what was published of the same year. No case
 * is in two published sums, so that none can be had by subtracting one from another.
 */
export function publish(before: readonly Publication[], month: Month, counts: MonthCounts): Publication[] {
  const own = { period: month, counts, told: tellMonth(month, counts) }
  const quarter = endsQuarter(month) ? [tellLonger([...before, own], quarterOf(month))] : []
  const year = endsYear(month) ? [tellLonger([...before, own, ...quarter], yearOf(month))] : []
  return [own, ...[...quarter, ...year].filter(({ told }) => measures.some((measure) => told[measure]))]
}

function tellMonth(month: Month, counts: MonthCounts): Told {
  const all = withTotal(counts)
  const may = (measure: Measure) => isTellable(tallyOf(measure, all))
  const filed = may('filed') ? { months: [month], of: all.filed } : null
  return {
    filed,
    contacts: may('contacts') && isCovered([month], all, [filed]) ? contactsOf([month], all) : null,
    answers: may('answers') ? answersOf([month], all) : null,
    categories: tellCategories(counts.filed),
  }
}

/** Of a quarter the parts are its months, of a year what its quarters left over. */
function tellLonger(all: readonly Publication[], period: string): Publication {
  const together = (measure: Measure) => {
    const parts = partsLeft(all, period, measure)
    const months = parts.flat().map((part) => part.period)
    const sum = sumOf(parts.flat().map((part) => part.counts))
    const sizes = parts.map(({ length }) => length)
    return mayTellTogether(sizes, tallyOf(measure, sum)) ? { months, sum } : null
  }
  const [filed, contacts, answers] = [together('filed'), together('contacts'), together('answers')]
  const filedNow = filed && { months: filed.months, of: filed.sum.filed }
  const filedAll = [...all.map(({ told }) => told.filed), filedNow]
  const areKnown = contacts && isCovered(contacts.months, contacts.sum, filedAll)
  return {
    period,
    counts: null,
    told: {
      filed: filedNow,
      contacts: areKnown ? contactsOf(contacts.months, contacts.sum) : null,
      answers: answers && answersOf(answers.months, answers.sum),
      categories: [],
    },
  }
}

interface Counted {
  period: Month
  counts: Counts
}

/** The months of a quarter or a year of which a measure is not told yet, in the parts it is withheld by. */
function partsLeft(all: readonly Publication[], period: string, measure: Measure): Counted[][] {
  const told = new Set(all.flatMap((it) => it.told[measure]?.months ?? []))
  const left = all.flatMap(({ period: month, counts }) =>
    counts && !told.has(month) ? [{ period: month, counts: withTotal(counts) }] : [],
  )
  const ofYear = [...Map.groupBy(left, (it) => quarterOf(it.period)).values()]
  const ofQuarter = left.filter((it) => quarterOf(it.period) === period).map((it) => [it])
  return period.includes('Q') ? ofQuarter : ofYear
}

/**
 * Whether as many cases are told of these months as contacts were due in them: else these would tell how many
 * cases there were, nearly.
 */
function isCovered(
  months: readonly Month[],
  { contactsDue }: Counts,
  filed: readonly Told['filed'][],
): boolean {
  const within = filed
    .filter((it) => it !== null)
    .filter((it) => it.months.every((month) => months.includes(month)))
  const covered = within.flatMap((it) => it.months)
  const cases = within.reduce((sum, it) => sum + it.of, 0)
  return months.every((month) => covered.includes(month)) && contactsDue <= cases
}

function contactsOf(months: Month[], { contactsDue, contactsInTime }: Counts): Told['contacts'] {
  return { months, of: contactsDue, inTime: contactsInTime }
}

function answersOf(months: Month[], counts: Counts): Told['answers'] {
  const { rated, solved, satisfied } = counts
  return { months, of: rated, solved, satisfied, partly: partlyOf(counts) }
}

/** How many of those who did not say “solved” said “partly”; of five, four numbers would be left to guess from. */
export function partlyOf({ rated, solved, partly }: RateCounts): number | null {
  const others = rated - solved
  const isTold = others > leastPeople && isNobodyOrEnough(partly) && isNobodyOrEnough(others - partly)
  return others === 0 || isTold ? partly : null
}

function withTotal(counts: MonthCounts): Counts {
  return { ...counts, filed: totalOf(counts.filed) }
}
