import { lengthOf } from '../typed/graphemes.ts'
import { oneLine } from '../typed/line.ts'
import type { Posted } from './answers.ts'
import type { Field } from './field-kinds.ts'

/** The longest words of his own that a worker gives in place of what is offered. */
export const mostOfOther = 200
/** The longest name of an employer that is taken as it was written. */
export const mostOfEmployer = 120

/** The longest answer of a question, and how long the one is that was posted. */
export function lengthPosted(field: Field, posted: Posted): { most: number; now: number } {
  const lineLength = (name: string) => lengthOf(oneLine(posted.get(name)))
  switch (field.type) {
    case 'long_text':
      return { most: field.maxLength, now: lengthOf(posted.get(field.name)) }
    case 'text':
      return { most: field.maxLength, now: lineLength(field.name) }
    case 'choice':
    case 'choices':
      return { most: mostOfOther, now: lineLength(`${field.name}-other`) }
    default:
      return { most: mostOfEmployer, now: lineLength(field.name) }
  }
}
