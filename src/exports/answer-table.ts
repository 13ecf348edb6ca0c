import type { Category, ClosingLabel, Locale, State } from '../db/vocabulary.ts'
import type { KeptVersion } from '../forms/kept-definitions.ts'
import type { Cell, Reader } from '../forms/kinds/kind.ts'
import { dayIn } from '../orgs/zone.ts'
import { cellsOf } from './answer-cells.ts'
import { type Column, columnsOf, type Version } from './answer-columns.ts'
import type { Filing } from './reading-filings.ts'

/** What is told of each case beside its answers; the last two stand behind them. */
type About = 'number' | 'filed' | 'category' | 'state' | 'seat' | 'version' | 'note' | 'taken'

/** The words of a table in its reader's language. */
export interface TableWords {
  heads: Record<About, string>
  /** Of a question that is not asked any more: the last version that did. */
  until: (version: number) => string
  categories: Record<Category, string>
  states: Record<State, string>
  closing: Record<ClosingLabel, string>
  seat: (seat: NonNullable<Filing['seat']>) => string
  notes: Record<NonNullable<Filing['without']>, string>
  reader: Reader
}

/** Who takes it, and when; it stands in each row, so that it stays with whatever is cut out of the table. */
export interface Taken {
  by: string
  at: string
}

export interface Table {
  head: string[]
  rowOf: (filing: Filing) => (Cell | null)[]
}

/** The answers of all versions of a form as one table. Each head ends with the id of its column, which never changes. */
export function tableOf(
  versions: readonly KeptVersion[],
  words: TableWords,
  { zone, taken, isCounted }: { zone: string; taken: Taken; isCounted: boolean },
): Table {
  const { locale } = words.reader
  const columns = columnsOf(versions.filter(isReadable))
  const about = (...names: About[]) => names.map((name) => `${words.heads[name]} [${name}]`)
  return {
    head: [
      ...about('number', 'filed', 'category', 'state'),
      ...(isCounted ? about('seat') : []),
      ...about('version'),
      ...columns.map((column) => headOf(column, words, locale)),
      ...about('note', 'taken'),
    ],
    rowOf(filing) {
      const { number, createdAt, category, state, closingLabel, version, seat, without } = filing
      const { definition } = version
      const cells = definition ? cellsOf(definition, filing.answers, words.reader) : null
      return [
        number,
        dayIn(zone, createdAt),
        words.categories[category],
        stateOf(words, state, closingLabel),
        ...(isCounted ? [seat && words.seat(seat)] : []),
        version.number,
        ...columns.map(({ id }) => cells?.get(id) ?? null),
        without && words.notes[without],
        `${taken.by} ${taken.at}`,
      ]
    },
  }
}

function headOf({ id, label, until }: Column, words: TableWords, locale: Locale): string {
  const asked = until === null ? label[locale] : `${label[locale]} ${words.until(until)}`
  return `${asked} [${id}]`
}

function stateOf({ states, closing }: TableWords, state: State, label: ClosingLabel | null): string {
  return label && label !== state ? `${states[state]} · ${closing[label]}` : states[state]
}

function isReadable(version: KeptVersion): version is Version {
  return version.definition !== null
}
