import type { Locale } from '../db/vocabulary.ts'
import type { Answer, Answers } from './answers.ts'
import { type Definition, identityFields } from './definition.ts'
import { isIdentity, isQuestion, type Question } from './fields.ts'
import { kindOf } from './kinds/all.ts'

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
  const value = kindOf(field).show(field, answer, { locale, ...words })
  const { name, label, sensitive, type } = field
  return [{ name, label: label[locale], value, sensitive, isPhone: type === 'phone' }]
}
