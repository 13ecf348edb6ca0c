import type { Question } from '../../forms/fields.ts'
import type { AddressPart } from '../../forms/kinds/address.ts'
import { kindOf } from '../../forms/kinds/all.ts'
import { controlOf } from '../../forms/kinds/in-parts.ts'
import { optionText } from '../../forms/kinds/options.ts'
import type { degrees } from '../../forms/kinds/place.ts'
import type { View } from '../view.ts'
import { type Asked, missing } from './asking.ts'

/** The parts of an answer as they are drawn: an error leads to the first that it is about, and is said at each. */
export function drawnParts({ asking, field }: Asked<Question>, all: readonly string[]) {
  const { view, values, errors } = asking
  const kind = kindOf(field)
  const faulty = (errors[field.name] && kind.faultyParts?.(field, values)) || []
  const [first] = faulty.length > 0 ? faulty : all
  return {
    idOf: (part: string) => (part === first ? field.name : controlOf(field, part)),
    isFaulty: (part: string) => faulty.includes(part),
    errorOf(part: string): string | undefined {
      if (!faulty.includes(part)) return undefined
      const why = values.get(controlOf(field, part)) ? 'not_offered' : missing[kind.wants]
      return view.m.questions.errors[why](partName(view, field, part))
    },
  }
}

/** What a part of a question is called. */
export function partName({ m, locale }: View, field: Question, part: string): string {
  switch (field.type) {
    case 'address':
      return m.questions.address[part as AddressPart]
    case 'matrix':
      return optionText({ options: field.rows }, part, locale)
    case 'ranking':
      return optionText(field, part, locale)
    case 'place':
      return m.questions.place[part as (typeof degrees)[number]]
    default:
      return part
  }
}
