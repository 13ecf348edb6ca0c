import type { Bilingual, Locale } from '../db/vocabulary.ts'
import type { Answer, Answers, Chosen, Named } from './answers.ts'
import { type Definition, identityFields } from './definition.ts'
import { isIdentity, isQuestion, type Question } from './field-kinds.ts'
import { optionOf } from './meaning.ts'

/** One question with its answer, in the reader's language. */
export interface Shown {
  name: string
  label: string
  value: string
  sensitive: boolean
  /** A number that can be rung. */
  isPhone: boolean
}

/** Yes and no in the reader's language; a surface hands in `view.m.common`. */
export interface ShowingWords {
  yes: string
  no: string
}

/** The answers of a submission with their questions, by section; what was not answered is left out. */
export function showAnswers(
  definition: Definition,
  answers: Answers,
  locale: Locale,
  words: ShowingWords,
): { title: string; rows: Shown[] }[] {
  return definition.sections
    .map((section) => ({
      title: section.title[locale],
      rows: section.fields
        .filter(isQuestion)
        .filter((field) => !isIdentity(field))
        .flatMap((field) => showField(field, answers[field.name], locale, words)),
    }))
    .filter((section) => section.rows.length > 0)
}

/** What the vault holds of a worker, with its questions. */
export function showIdentity(
  definition: Definition,
  details: Record<string, string>,
  locale: Locale,
): Shown[] {
  return identityFields(definition).flatMap(({ type, name, label, sensitive }) => {
    const value = details[name]
    return value ? [{ name, label: label[locale], value, sensitive, isPhone: type === 'phone' }] : []
  })
}

function showField(
  field: Question,
  answer: Answer | undefined,
  locale: Locale,
  words: ShowingWords,
): Shown[] {
  if (answer === undefined) return []
  const value = textOf(field, answer, locale, words)
  const { name, label, sensitive, type } = field
  return [{ name, label: label[locale], value, sensitive, isPhone: type === 'phone' }]
}

function textOf(field: Question, answer: Answer, locale: Locale, words: ShowingWords): string {
  switch (field.type) {
    case 'choice':
      return optionText(field.options, answer as Chosen, locale)
    case 'choices':
      return (answer as Chosen[])
        .map((one) => optionText(field.options, one, locale))
        .join(locale === 'zh' ? '、' : '; ')
    case 'yes_no':
    case 'consent':
      return answer ? words.yes : words.no
    case 'number':
      return field.unit ? `${answer} ${field.unit[locale]}` : String(answer)
    case 'date':
      return dayText(String(answer), locale)
    case 'enterprise':
      return (answer as Named).name
    default:
      return String(answer)
  }
}

function optionText(options: { value: string; label: Bilingual }[], chosen: Chosen, locale: Locale): string {
  if (typeof chosen === 'object') return chosen.other
  return options.find((option) => option.value === optionOf(chosen))?.label[locale] ?? chosen
}

/** `2026-11` or `2026-11-22` as people write it. */
function dayText(day: string, locale: Locale): string {
  const whole = day.length === 10
  const date = new Date(`${whole ? day : `${day}-01`}T00:00:00Z`)
  const parts = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const
  const format = whole ? ({ ...parts, day: 'numeric' } as const) : parts
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', format).format(date)
}
