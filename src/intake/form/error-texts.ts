import type { AnswerError, Posted } from '../../forms/answers.ts'
import { type Definition, fieldNamed } from '../../forms/definition.ts'
import type { Field } from '../../forms/field-kinds.ts'
import { lengthPosted } from '../../forms/limits.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
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
  const texts: FieldErrors = {}
  for (const name of [...asked, 'mode', 'named', ...names(identity), ...names(consents)]) {
    const error = errors[name]
    if (error) texts[name] = textOf(view, fieldNamed(definition, name), name, { error, posted })
  }
  return texts
}

function textOf(
  view: View,
  field: Field | undefined,
  name: string,
  { error, posted }: { error: AnswerError; posted: Posted },
): string {
  const { errors } = view.m.intake
  const label = field ? field.label[view.locale] : ownLabel(view, name)
  switch (error) {
    case 'required':
      return required(view, field)(label)
    case 'too_long':
      return field ? tooLong(view, field, label, posted) : label
    case 'too_small':
    case 'too_big':
      return errors[error](label, limitOf(field, error))
    case 'not_a_date':
      return field?.type === 'date' && field.dayOptional
        ? errors.not_a_month(label)
        : errors.not_a_date(label)
    default:
      return errors[error](label)
  }
}

function tooLong({ m }: View, field: Field, label: string, posted: Posted): string {
  const { most, now } = lengthPosted(field, posted)
  return m.common.tooLong(label, most, now)
}

function required(view: View, field: Field | undefined) {
  const { errors } = view.m.intake
  switch (field?.type) {
    case 'consent':
      return errors.required_consent
    case undefined:
    case 'choice':
    case 'choices':
    case 'yes_no':
      return errors.required_choice
    default:
      return errors.required
  }
}

function limitOf(field: Field | undefined, error: 'too_small' | 'too_big'): number {
  if (field?.type !== 'number') return 0
  return error === 'too_small' ? field.min : field.max
}

function ownLabel(view: View, name: string): string {
  const { filing } = view.m.intake
  return name === 'mode' ? filing.mode : filing.named
}
