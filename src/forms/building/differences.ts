import { type Bilingual, type Locale, locales } from '../../db/vocabulary.ts'
import { isBreaking } from '../breaking.ts'
import type { Definition, FormPage } from '../definition.ts'
import type { Field } from '../fields.ts'
import { type Texts, withoutTexts } from '../texts.ts'

/** What became of something that the one version has, or the other. */
export interface Difference {
  what: 'added' | 'retired' | 'reworded' | 'changed' | 'moved'
  of: 'form' | 'page' | 'question' | 'option' | 'condition' | 'value'
  /** What it is called, in the later version that has it. */
  name: Bilingual
  /** The question whose option it is. */
  within?: Bilingual
  /** Of what is reworded: the words that stood there before, by their language. */
  was?: { locale: Locale; words: string }[]
}

export interface Differences {
  /** What whoever fills in the one has to do for the other: nothing, read other words, or answer something anew. */
  weight: 'none' | 'wording' | 'compatible' | 'breaking'
  all: Difference[]
}

/** What is otherwise in the second of two versions. */
export function differencesBetween(before: Definition, after: Definition): Differences {
  const all = [
    ...ofForm(before, after),
    ...compared(before.pages, after.pages, ({ id }) => id, ofPage),
    ...compared(questionsWithPlace(before), questionsWithPlace(after), ({ field }) => field.name, ofQuestion),
    ...compared(named(before.conditions), named(after.conditions), ([key]) => key, ofLogic('condition')),
    ...compared(named(before.values), named(after.values), ([key]) => key, ofLogic('value')),
  ]
  if (all.length === 0) return { weight: 'none', all }
  if (isBreaking(before, after)) return { weight: 'breaking', all }
  return { weight: all.every(({ what }) => what === 'reworded') ? 'wording' : 'compatible', all }
}

/** Each that is in one of both, or in both and not the same, in the order of the later one. */
function compared<One>(
  before: readonly One[],
  after: readonly One[],
  idOf: (one: One) => string,
  differences: (before: One | undefined, after: One | undefined) => Difference[],
): Difference[] {
  const were = new Map(before.map((one) => [idOf(one), one]))
  const are = new Set(after.map(idOf))
  return [
    ...after.flatMap((one) => differences(were.get(idOf(one)), one)),
    ...before.filter((one) => !are.has(idOf(one))).flatMap((one) => differences(one, undefined)),
  ]
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
/** Without its words; and these alone. */
const bare = (it: unknown) => withoutTexts({}, it, '')
function wordsOf(it: unknown): Texts {
  const texts: Texts = {}
  withoutTexts(texts, it, '')
  return texts
}

/** What is otherwise about something that is in both: its words, or what it is. */
function otherwise(of: Difference['of'], name: Bilingual, before: unknown, after: unknown): Difference[] {
  const [words, now] = [wordsOf(before), wordsOf(after)]
  const isReworded = !isSame(words, now)
  const isChanged = !isSame(bare(before), bare(after))
  return [
    ...(isReworded ? [{ what: 'reworded' as const, of, name, was: replacedIn(words, now) }] : []),
    ...(isChanged ? [{ what: 'changed' as const, of, name }] : []),
  ]
}

function replacedIn(before: Texts, after: Texts): { locale: Locale; words: string }[] {
  return locales.flatMap((locale) =>
    Object.entries(before[locale] ?? {})
      .filter(([way, words]) => words && words !== after[locale]?.[way])
      .map(([, words]) => ({ locale, words: String(words) })),
  )
}

function ofForm(before: Definition, after: Definition): Difference[] {
  const own = ({ pages, retired, conditions, values, ...whole }: Definition) => whole
  return otherwise('form', after.title, own(before), own(after))
}

function ofPage(before: FormPage | undefined, after: FormPage | undefined): Difference[] {
  if (!after) return before ? [{ what: 'retired', of: 'page', name: before.title }] : []
  if (!before) return [{ what: 'added', of: 'page', name: after.title }]
  return otherwise('page', after.title, { ...before, fields: [] }, { ...after, fields: [] })
}

interface Placed {
  field: Field
  page: string
}

function questionsWithPlace({ pages }: Definition): Placed[] {
  return pages.flatMap(({ id, fields }) => fields.map((field) => ({ field, page: id })))
}

function ofQuestion(before: Placed | undefined, after: Placed | undefined): Difference[] {
  if (!after) return before ? [{ what: 'retired', of: 'question', name: before.field.label }] : []
  const { label: name } = after.field
  if (!before) return [{ what: 'added', of: 'question', name }]
  const own = ({ field }: Placed) => ({ ...field, options: [] })
  return [
    ...otherwise('question', name, own(before), own(after)),
    ...compared(offered(before.field), offered(after.field), ({ value }) => value, ofOption(name)),
    ...(before.page === after.page ? [] : [{ what: 'moved' as const, of: 'question' as const, name }]),
  ]
}

type Option = { value: string; label: Bilingual; retired?: boolean | undefined }

/** What is offered to whoever begins now. */
function offered(field: Field): Option[] {
  return 'options' in field ? field.options.filter((one: Option) => !one.retired) : []
}

const ofOption =
  (within: Bilingual) =>
  (before: Option | undefined, after: Option | undefined): Difference[] => {
    if (!after) return before ? [{ what: 'retired', of: 'option', name: before.label, within }] : []
    if (!before) return [{ what: 'added', of: 'option', name: after.label, within }]
    return otherwise('option', after.label, before, after).map((one) => ({ ...one, within }))
  }

type Logic = [key: string, it: { name: Bilingual }]
const named = (all: Record<string, { name: Bilingual }>): Logic[] => Object.entries(all)

const ofLogic =
  (of: 'condition' | 'value') =>
  (before: Logic | undefined, after: Logic | undefined): Difference[] => {
    if (!after) return before ? [{ what: 'retired', of, name: before[1].name }] : []
    if (!before) return [{ what: 'added', of, name: after[1].name }]
    return otherwise(of, after[1].name, before[1], after[1])
  }
