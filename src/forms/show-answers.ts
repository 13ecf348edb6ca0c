import type { Locale } from '../db/vocabulary.ts'
import { type Answer, type Answers, type Attached, entriesIn, type FiledAnswers } from './answers.ts'
import { type Definition, fieldsOf, identityFields } from './definition.ts'
import { type Field, isIdentity, isQuestion } from './fields.ts'
import { kindOf } from './kinds/all.ts'
import { computedText } from './kinds/computed.ts'
import type { Reader } from './kinds/kind.ts'

/** One question with its answer, in the reader's language. */
export interface Shown {
  /** Under which it is stored; of one of several that of their page. */
  name: string
  label: string
  value: string
  sensitive: boolean
  /** A number that can be rung. */
  isPhone: boolean
  /** Photos and voice notes, which the value names. */
  files?: Attached[]
}

/** Some words in the reader's language; a surface hands in `view.m.common`. */
export type ShowingWords = Omit<Reader, 'locale'>

/** The answers of a submission with their questions, page by page, and each of several by itself; what was not answered is left out. */
export function showAnswers(
  definition: Definition,
  answers: FiledAnswers,
  locale: Locale,
  words: ShowingWords,
): { title: string; rows: Shown[] }[] {
  const rowsOf = (fields: Field[], given: Answers) =>
    fields
      .filter((field) => !isIdentity(field))
      .flatMap((field) => showField(definition, field, given[field.name], locale, words))
  return definition.pages
    .flatMap(({ id, title, entries, fields }) =>
      entries
        ? entriesIn(answers, id).map((entry, index) => ({
            title: `${title[locale]} · ${entries.one[locale]} ${index + 1}`,
            rows: rowsOf(fields, entry).map((row) => ({ ...row, name: id })),
          }))
        : [{ title: title[locale], rows: rowsOf(fields, answers as Answers) }],
    )
    .filter((part) => part.rows.length > 0)
}

/** What the vault holds of a worker, whole, with its questions as far as the form can be read. */
export function showIdentity(
  definition: Definition | null,
  details: Record<string, string>,
  locale: Locale,
  words: ShowingWords,
): Shown[] {
  const asked = (definition ? fieldsOf(definition) : []).filter(isIdentity).flatMap((field) => {
    const value = details[field.name]
    return value ? [{ ...headOf(field, locale), value }] : []
  })
  return [...asked, ...showUnasked(details, asked, words)]
}

/** The same as it is shown back to him while others may look on: masked where its kind says so. */
export function showIdentityBack(
  definition: Definition | null,
  details: Record<string, string>,
  locale: Locale,
  words: ShowingWords,
): Shown[] {
  const masks = new Map(
    (definition ? identityFields(definition) : []).map((it) => [it.name, kindOf(it).masked]),
  )
  return showIdentity(definition, details, locale, words).map((row) => ({
    ...row,
    value: masks.get(row.name)?.(row.value) ?? row.value,
  }))
}

/** What is stored and no question asks for, by the name that it had: nothing that was filed is kept from a reader. */
export function showUnasked(
  stored: Record<string, unknown>,
  shown: readonly Pick<Shown, 'name'>[],
  words: ShowingWords,
): Shown[] {
  const names = new Set(shown.map(({ name }) => name))
  return Object.entries(stored)
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => ({
      name,
      label: name,
      value: asStored(value, words),
      sensitive: true,
      isPhone: false,
    }))
}

function showField(
  definition: Pick<Definition, 'values'>,
  field: Field,
  answer: Answer | undefined,
  locale: Locale,
  words: ShowingWords,
): Shown[] {
  if (answer === undefined) return []
  const head = headOf(field, locale)
  if (!isQuestion(field))
    return [{ ...head, value: computedIn(definition, field, answer, locale) ?? asStored(answer, words) }]
  const kind = kindOf(field)
  const files = kind.files?.(answer)
  return [{ ...head, value: kind.show(field, answer, { locale, ...words }), ...(files ? { files } : {}) }]
}

/** What was worked out; null where it was not. */
export function computedIn(
  { values }: Pick<Definition, 'values'>,
  field: Field,
  answer: Answer | undefined,
  locale: Locale,
): string | null {
  const value = field.type === 'computed' ? values[field.value] : undefined
  if (field.type !== 'computed' || !value || typeof answer !== 'number') return null
  return computedText(field, value.kind, answer, locale)
}

function headOf(field: Field, locale: Locale): Omit<Shown, 'value'> {
  const sensitive = 'sensitive' in field && field.sensitive
  return { name: field.name, label: field.label[locale], sensitive, isPhone: field.type === 'phone' }
}

/** An answer of which no kind is known, as far as it has words. */
export function asStored(answer: unknown, words: Pick<ShowingWords, 'yes' | 'no'>): string {
  if (typeof answer === 'boolean') return answer ? words.yes : words.no
  if (typeof answer !== 'object' || answer === null) return String(answer)
  return Object.values(answer)
    .filter((part) => part !== null)
    .map((part) => asStored(part, words))
    .join(' · ')
}
