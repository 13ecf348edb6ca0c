import type { AnswerError, Posted } from '../../forms/answers.ts'
import { type Definition, questionsOf } from '../../forms/definition.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { errorAt, errorText } from '../../ui/questions/error-text.ts'
import type { View } from '../../ui/view.ts'
import { partsOf } from './form-parts.ts'

/** The errors of a reading as texts, in the order in which the page asks. */
export function errorTexts(
  view: View,
  definition: Definition,
  errors: Record<string, AnswerError>,
  posted: Posted,
): FieldErrors {
  const { parts, identity, consents } = partsOf(definition)
  const names = (fields: { name: string }[]) => fields.map((field) => field.name)
  const asked = parts.flatMap((part) => names(part.fields))
  const questions = new Map(questionsOf(definition).map((it) => [it.name, it]))
  const texts: FieldErrors = {}
  for (const name of [...asked, 'mode', 'named', ...names(identity), ...names(consents)]) {
    const error = errors[name]
    if (!error) continue
    const question = questions.get(name)
    if (question) texts[errorAt(question, error)] = errorText(view, question, error, posted)
    else texts[name] = ownText(view, name, error)
  }
  return texts
}

/** Of what the page asks itself. */
function ownText({ m }: View, name: string, error: AnswerError): string {
  const { filing } = m.intake
  const { not_offered, required_choice } = m.questions.errors
  return (error === 'required' ? required_choice : not_offered)(name === 'mode' ? filing.mode : filing.named)
}
