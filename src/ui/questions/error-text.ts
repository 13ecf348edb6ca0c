import type { AnswerError, Posted } from '../../forms/answers.ts'
import type { Question } from '../../forms/fields.ts'
import { kindOf } from '../../forms/kinds/all.ts'
import { idOf } from '../../forms/kinds/looked-up.ts'
import type { View } from '../view.ts'
import { missing } from './asking.ts'
import { partName } from './drawn-parts.ts'

/** What is wrong with an answer, with the name of its question. */
export function errorText(view: View, field: Question, error: AnswerError, posted: Posted): string {
  return unasked(told(view, field, error, posted))
}

/** Of a question that is named before a colon, its own mark is left out. */
export const unasked = (text: string): string => text.replace(/[？?…]+(?=[：:])/u, '')

function told(view: View, field: Question, error: AnswerError, posted: Posted): string {
  const { errors } = view.m.questions
  const kind = kindOf(field)
  const label = labelOf(view, field, kind.faultyParts?.(field, posted) ?? [])
  const { least = 0, most = 0, now = 0, option } = kind.measure?.(field, posted, error) ?? {}
  const bound = (value: number) => kind.bound?.(value, view.locale) ?? String(value)
  if (isCheck(error)) return checkText(view, field, error)
  switch (error) {
    case 'required':
      return errors[missing[kind.wants]](label)
    case 'too_long':
      return view.m.common.tooLong(label, most, now)
    case 'several':
      return errors.several(label, now, most)
    case 'rank_twice':
      return errors.rank_twice(label, now)
    case 'rank_missing':
      return errors.rank_missing(label, now)
    case 'too_small':
      return errors.too_small(label, bound(least))
    case 'too_big':
      return errors.too_big(label, bound(most))
    case 'too_few_chosen':
      return errors.too_few_chosen(label, least, now)
    case 'too_many_chosen':
      return errors.too_many_chosen(label, most, now)
    case 'too_many_files':
      return errors.too_many_files(label, most, now)
    case 'not_together':
      return errors.not_together(label, option?.[view.locale] ?? '')
    case 'not_a_resident_id':
      return errors.not_a_resident_id(label, now)
    default:
      return errors[error](label)
  }
}

/** The control at which an error stands, and to which it leads. */
export function errorAt(field: Question, error: AnswerError): string {
  return error === 'several' ? idOf(field) : field.name
}

/** The question by its name, with the parts of it that are meant. */
function labelOf(view: View, field: Question, parts: string[]): string {
  const label = field.label[view.locale]
  if (parts.length === 0) return label
  return view.m.questions.partsOf(
    label,
    parts.map((part) => partName(view, field, part)),
  )
}

function isCheck(error: AnswerError): error is Check {
  return error.startsWith('check:')
}

type Check = Extract<AnswerError, `check:${string}`>

/** What the form itself says where its check does not hold. */
function checkText({ locale }: View, { checks, label }: Question, error: Check): string {
  const broken = checks.find(({ id }) => error === `check:${id}`)
  return `${label[locale]}${locale === 'zh' ? '：' : ': '}${broken?.text[locale] ?? ''}`
}
