import { type Definition, fieldsOf } from './definition.ts'
import type { Problem } from './faults.ts'
import { type Field, isQuestion } from './fields.ts'

/**
 * The next version of a form with all that the one before it had: a question or an option that it leaves out is retired, and
 * never gone, so that its id means the same for ever.
 */
export function withRetired(before: Definition, after: Definition): Definition {
  const known = new Map(fieldsOf(before).map((field) => [field.name, field]))
  const still = new Set(fieldsOf(after).map(({ name }) => name))
  const left = fieldsOf(before).filter((field) => isQuestion(field) && !still.has(field.name))
  const pages = after.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => withOptionsOf(known.get(field.name), field)),
  }))
  return { ...after, pages, retired: [...after.retired, ...left] }
}

/** What was one kind of question and is to be another one. */
export function kindsChanged(before: Definition, after: Definition): Problem[] {
  const kinds = new Map(fieldsOf(before).map(({ name, type }) => [name, type]))
  return fieldsOf(after)
    .filter(({ name, type }) => (kinds.get(name) ?? type) !== type && kinds.get(name) !== 'unknown')
    .map(({ name }) => ({ where: [name], fault: 'kind_changed', limit: '' }))
}

function withOptionsOf(before: Field | undefined, field: Field): Field {
  if (!before || !hasOptions(before) || !hasOptions(field)) return field
  const offered = new Set(field.options.map(({ value }) => value))
  const left = before.options.filter(({ value }) => !offered.has(value))
  return left.length === 0
    ? field
    : { ...field, options: [...field.options, ...left.map((one) => ({ ...one, retired: true }))] }
}

type Offering = Extract<Field, { type: 'choice' | 'choices' | 'list' }>

function hasOptions(field: Field): field is Offering {
  return field.type === 'choice' || field.type === 'choices' || field.type === 'list'
}
