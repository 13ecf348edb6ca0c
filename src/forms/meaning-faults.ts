import { categories, concernedKinds } from '../db/vocabulary.ts'
import { type Definition, fieldsOf, questionsOf } from './definition.ts'
import type { RuleFault } from './faults.ts'
import type { Field, FieldOf } from './fields.ts'
import { takesFiles } from './file-questions.ts'
import { mostFiles } from './kinds/attached.ts'
import { taken } from './kinds/settings.ts'
import { mayBeFull } from './meaning.ts'

/** What of a definition would mean nothing, or two things; the first of it. */
export function meaningFault(it: Definition): RuleFault | undefined {
  if (namesIn(it).some((name) => taken.includes(name))) return 'name_taken'
  if (!areUnique(namesIn(it))) return 'names_repeat'
  if (!fieldsOf(it).every(optionsHold)) return 'options_do_not_hold'
  if (!categoriesHold(it)) return 'category_has_no_source'
  if (it.workersFrom && askedOnce(it, it.workersFrom)?.type !== 'number') return 'workers_no_number'
  if (!concernsHold(it)) return 'concerns_no_choice'
  if (it.happenedFrom && askedOnce(it, it.happenedFrom)?.type !== 'date') return 'happened_no_date'
  if (questionsOf(it).some((one) => one.sensitive) && !hasConsent(it)) return 'sensitive_without_consent'
  if (questionsOf(it).filter((one) => one.type === 'enterprise').length > 1) return 'two_enterprises'
  return filesFault(it) ?? quotaFault(it)
}

/** Nobody in need is turned away for want of a place; and what is counted stands in the clear. */
function quotaFault(it: Definition): RuleFault | undefined {
  const counted = questionsOf(it).filter(isCounted)
  if (counted.length > 0 && !mayBeFull(it)) return 'quota_not_of_register'
  const holds = counted.every(({ name, sensitive }) => !sensitive && askedOnce(it, name))
  return holds ? undefined : 'quota_not_countable'
}

function isCounted(it: Field): it is FieldOf<'choice'> | FieldOf<'choices'> {
  return (
    (it.type === 'choice' || it.type === 'choices') && it.options.some(({ quota }) => quota !== undefined)
  )
}

/** A request carries one file, and a page that holds what was attached is one that is kept. */
function filesFault({ layout, pages }: Definition): RuleFault | undefined {
  const perPage = pages.map(({ fields }) => fields.filter(takesFiles))
  const isAlone = perPage.every(
    (all, at) => all.length === 0 || (all.length === 1 && pages[at]?.kind === 'ask'),
  )
  const all = perPage.flat()
  if (!isAlone || (layout === 'together' && all.length > 0)) return 'files_on_page_of_their_own'
  return all.reduce((sum, { most }) => sum + most, 0) > mostFiles ? 'too_many_files' : undefined
}

/** A field that is asked of one worker once: not of each of several, and not any more where it is retired. */
function askedOnce({ pages }: Definition, name: string): Field | undefined {
  return pages
    .filter(({ kind }) => kind === 'ask')
    .flatMap(({ fields }) => fields)
    .find((field) => field.name === name)
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
  const source = askedOnce(it, it.concernsFrom)
  if (source?.type !== 'choice' || source.other) return false
  return source.options.every((option) => (concernedKinds as readonly string[]).includes(option.value))
}

/** On a page by which everybody comes: what is off the way is not asked, and his words are sensitive all the same. */
function hasConsent({ pages }: Definition): boolean {
  return pages
    .filter(isAlwaysAsked)
    .flatMap(({ fields }) => fields)
    .some((one) => one.type === 'consent' && one.required)
}
