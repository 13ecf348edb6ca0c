import type { Bilingual } from '../db/vocabulary.ts'
import type { Definition } from '../forms/definition.ts'
import { type Field, isIdentity, isQuestion, type Question } from '../forms/fields.ts'
import type { KeptVersion } from '../forms/kept-definitions.ts'
import { kindOf } from '../forms/kinds/all.ts'
import { computedCell } from '../forms/kinds/computed.ts'
import type { Reader } from '../forms/kinds/kind.ts'
import { yuan } from '../forms/kinds/money.ts'
import { withUnit } from '../forms/kinds/units.ts'
import { offeredBy } from './offered-options.ts'
import { cellOf, isNumber, type Summary, type Summed } from './summing-answers.ts'

export interface Bar {
  label: string
  count: number
}

/** What a question came to, as its reader sees it. */
export interface Figure {
  name: string
  label: string
  given: number
  /** One for each row of a matrix, by its name; else one without. */
  groups: { title: string | null; bars: Bar[] }[]
  /** Of a number. */
  spread: { least: string; middle: string; most: string } | null
  /** That the bars say what came first. */
  isRanked: boolean
}

/** More bars than these nobody reads; of numbers the spread says more. */
const mostBars = 40
const mostNumbers = 8

/** What the answers to all versions came to, in the order in which the newest asks; what nobody answered is left out. */
export function figuresOf(
  newestFirst: readonly KeptVersion[],
  { questions }: Summary,
  reader: Reader,
): Figure[] {
  const known = new Map<string, { definition: Definition; field: Field }>()
  for (const { definition } of newestFirst)
    for (const field of definition?.pages.flatMap(({ fields }) => fields) ?? []) {
      // Whoever files has agreed to what has to be agreed to: it tells nothing.
      const isAgreed = field.type === 'consent' && field.required
      if (!definition || isIdentity(field) || isAgreed) continue
      const newer = known.get(field.name)
      known.set(
        field.name,
        newer ? { ...newer, field: withOlder(newer.field, field) } : { definition, field },
      )
    }
  return [...known].flatMap(([name, { definition, field }]) => {
    const summed = questions[name]
    return summed ? figureOf(definition, field, summed, reader) : []
  })
}

/** With the rows and options that are not asked any more: those of a choice stand in each version after. */
function withOlder(field: Field, older: Field): Field {
  if (field.type === 'matrix' && older.type === 'matrix')
    return {
      ...field,
      rows: together(field.rows, older.rows),
      options: together(field.options, older.options),
    }
  return field.type === 'ranking' && older.type === 'ranking'
    ? { ...field, options: together(field.options, older.options) }
    : field
}

function together<One extends { value: string }>(newer: readonly One[], older: readonly One[]): One[] {
  return [...newer, ...older.filter(({ value }) => !newer.some((one) => one.value === value))]
}

function figureOf(definition: Definition, field: Field, summed: Summed, reader: Reader): Figure {
  return {
    name: field.name,
    label: field.label[reader.locale],
    given: summed.given,
    groups: groupsOf(field, summed, reader).filter(({ bars }) => bars.length > 0),
    spread: isNumber(field) ? spreadOf(definition, field, summed, reader) : null,
    isRanked: field.type === 'ranking',
  }
}

function groupsOf(field: Field, { counts }: Summed, reader: Reader): Figure['groups'] {
  const { locale } = reader
  if (field.type === 'matrix')
    return field.rows.map((row) => ({
      title: row.label[locale],
      bars: field.options.map((option) => ({
        label: option.label[locale],
        count: counts[cellOf(row.value, option.value)] ?? 0,
      })),
    }))
  const all = isQuestion(field) ? barsOf(field, counts, reader) : []
  return [{ title: null, bars: all.length > mostBars ? all.toSorted(byCount).slice(0, mostBars) : all }]
}

function barsOf(question: Question, counts: Summed['counts'], reader: Reader): Bar[] {
  if (isNumber(question)) return numbersIn(question, counts, reader)
  const offered =
    question.type === 'ranking'
      ? question.options.map(({ value, label }) => ({ value, label: label[reader.locale] }))
      : offeredBy(question, reader)
  const bars = offered.map(({ value, label }) => ({ label, count: counts[value] ?? 0 }))
  const others = Object.keys(counts)
    .filter((value) => !offered.some((it) => it.value === value))
    .sort()
  const called = (value: string) => (value === 'other' ? reader.other : value)
  return [...bars, ...others.map((value) => ({ label: called(value), count: counts[value] ?? 0 }))]
}

/** Few numbers are told one by one. */
function numbersIn(question: Question, counts: Summed['counts'], reader: Reader): Bar[] {
  const values = Object.keys(counts).map(Number)
  if (values.length > mostNumbers) return []
  return values
    .sort((a, b) => a - b)
    .map((value) => ({ label: kindOf(question).show(question, value, reader), count: counts[value] ?? 0 }))
}

const byCount = (a: Bar, b: Bar) => b.count - a.count

function spreadOf(
  { values }: Definition,
  field: Field,
  { counts, given }: Summed,
  { locale }: Reader,
): Figure['spread'] {
  const kind = field.type === 'computed' ? (values[field.value]?.kind ?? 'number') : field.type
  const sorted = Object.entries(counts)
    .map(([value, count]) => ({
      value: computedCell(kind === 'money' ? 'money' : 'number', Number(value)),
      count,
    }))
    .sort((a, b) => a.value - b.value)
  const [first] = sorted
  const last = sorted.at(-1)
  if (!first || !last) return null
  const middle = middleOf(sorted, given) ?? last
  const unit = unitOf(field, kind === 'money')
  const said = ({ value }: { value: number }) => withUnit(value, unit, locale)
  return { least: said(first), middle: said(middle), most: said(last) }
}

/** Of values in their order, the one that half of all do not exceed. */
function middleOf<Value extends { count: number }>(sorted: readonly Value[], of: number): Value | undefined {
  let seen = 0
  return sorted.find(({ count }) => {
    seen += count
    return seen * 2 >= of
  })
}

function unitOf(field: Field, isMoney: boolean): Bilingual | undefined {
  if (isMoney) return yuan
  return field.type === 'number' || field.type === 'computed' ? field.unit : undefined
}
