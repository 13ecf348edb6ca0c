import { categories, concernedKinds } from '../db/vocabulary.ts'
import { type Definition, fieldNamed, fieldsOf, questionsOf } from './definition.ts'
import type { RuleFault } from './faults.ts'
import type { Field } from './fields.ts'

/** What of a definition would mean nothing, or two things; the first of it. */
export function meaningFault(it: Definition): RuleFault | undefined {
  if (!areUnique(namesIn(it))) return 'names_repeat'
  if (!fieldsOf(it).every(optionsHold)) return 'options_do_not_hold'
  if (!categoriesHold(it)) return 'category_has_no_source'
  if (it.workersFrom && fieldNamed(it, it.workersFrom)?.type !== 'number') return 'workers_no_number'
  if (!concernsHold(it)) return 'concerns_no_choice'
  if (it.happenedFrom && fieldNamed(it, it.happenedFrom)?.type !== 'date') return 'happened_no_date'
  if (questionsOf(it).some((one) => one.sensitive) && !hasConsent(it)) return 'sensitive_without_consent'
  if (questionsOf(it).filter((one) => one.type === 'enterprise').length > 1) return 'two_enterprises'
  return undefined
}

/** Pages and values among them: answers, errors and conditions know each by its name alone. */
function namesIn(it: Definition): string[] {
  return [...it.pages.map(({ id }) => id), ...fieldsOf(it).map(({ name }) => name), ...Object.keys(it.values)]
}

function areUnique(values: string[]): boolean {
  return new Set(values).size === values.length
}

function optionsHold(it: Field): boolean {
  if (it.type !== 'choice' && it.type !== 'choices') return true
  const values = it.options.map((option) => option.value)
  const known = it.other ? [...values, 'other'] : values
  return areUnique(known) && it.dangerWhen.every((one) => known.includes(one))
}

function categoriesHold({ pages, category }: Definition): boolean {
  if (typeof category === 'string') return true
  const source = pages
    .filter(isAlwaysAsked)
    .flatMap((it) => it.fields)
    .find(({ name }) => name === category.from)
  if (source?.type !== 'choice' || !source.required) return false
  return source.options.every((option) => (categories as readonly string[]).includes(option.value))
}

function isAlwaysAsked({ kind, show }: Definition['pages'][number]): boolean {
  return kind === 'ask' && show === undefined
}

function concernsHold(it: Definition): boolean {
  if (!it.concernsFrom) return true
  const source = fieldNamed(it, it.concernsFrom)
  if (source?.type !== 'choice' || source.other) return false
  return source.options.every((option) => (concernedKinds as readonly string[]).includes(option.value))
}

function hasConsent(it: Definition): boolean {
  return questionsOf(it).some((one) => one.type === 'consent' && one.required)
}
