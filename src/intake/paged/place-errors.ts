import type { AnswerError, Posted } from '../../forms/answers.ts'
import { type FormPage, pageNamed } from '../../forms/definition.ts'
import type { Question } from '../../forms/fields.ts'
import { entriesPosted } from '../../forms/repeated-pages.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { errorAt, errorText } from '../../ui/questions/error-text.ts'
import { errorTexts } from '../form/error-texts.ts'
import type { Sheet } from '../form/form-page.tsx'

/** What is wrong at a place as texts, in the order in which the page asks. */
export function placeErrors(
  { view, definition }: Sheet,
  place: string,
  errors: Record<string, AnswerError>,
  posted: Posted,
): FieldErrors {
  const page = pageNamed(definition, place)
  if (!page?.entries) return errorTexts(view, definition, errors, posted)
  const texts: FieldErrors = {}
  if (errors[page.id]) texts[page.id] = view.m.questions.errors.too_few_entries(page.entries.one[view.locale])
  for (const { number, questions } of entriesPosted(page, posted))
    for (const question of questions) {
      const error = errors[question.name]
      const told = named(question, page.entries, number)
      if (error) texts[errorAt(question, error)] = errorText(view, told, error, posted)
    }
  return texts
}

/** A question that is asked of several is told with which of them is meant. */
function named(question: Question, { one }: NonNullable<FormPage['entries']>, number: number): Question {
  const { label } = question
  return {
    ...question,
    label: { zh: `${one.zh} ${number} · ${label.zh}`, en: `${one.en} ${number} · ${label.en}` },
  }
}
