import * as v from 'valibot'
import { categories, concernedKinds, modes, processes } from '../db/vocabulary.ts'
import { rule } from './faults.ts'
import { type Field, field, isIdentity, isQuestion, type Question, unknownField } from './fields.ts'
import { bilingual } from './kinds/settings.ts'

const sectionOf = <One extends v.GenericSchema>(one: One) =>
  v.object({
    title: bilingual,
    intro: v.optional(bilingual),
    fields: v.pipe(v.array(one), v.minLength(1), v.maxLength(20)),
  })

const sectionsOf = <One extends v.GenericSchema>(one: One) =>
  v.pipe(v.array(sectionOf(one)), v.minLength(1), v.maxLength(8))

/** A category of the whole form, or the name of the choice whose values are categories. */
const category = v.union([v.picklist(categories), v.object({ from: v.string() })])

const shape = v.object({
  title: bilingual,
  intro: bilingual,
  /** Who reads it, and how it is used; said before anything is asked. */
  readers: bilingual,
  use: bilingual,
  /** By which process it goes what is filed; the register takes what needs no case. */
  process: v.optional(v.picklist(processes)),
  category,
  modes: v.pipe(v.array(v.picklist(modes)), v.minLength(1)),
  allowAnonymous: v.boolean(),
  /** The number field that says how many workers a case concerns. */
  workersFrom: v.optional(v.string()),
  /** The choice that says whom a case about conduct concerns, so that it goes above them. */
  concernsFrom: v.optional(v.string()),
  /** The date field that says when it happened, or began. */
  happenedFrom: v.optional(v.string()),
  sections: sectionsOf(field),
})

/**
 * A form as data. Beside the shape of each part it holds that names are unique, that what is referred to
 * exists, and that sensitive questions come with a consent that cannot be skipped.
 */
export const definitionSchema = v.pipe(
  shape,
  v.check((it) => areUnique(fieldsOf(it).map((one) => one.name)), rule('names_repeat')),
  v.check((it) => fieldsOf(it).every(optionsHold), rule('options_do_not_hold')),
  v.check((it) => categoriesHold(it), rule('category_has_no_source')),
  v.check(
    (it) => !it.workersFrom || fieldNamed(it, it.workersFrom)?.type === 'number',
    rule('workers_no_number'),
  ),
  v.check((it) => concernsHold(it), rule('concerns_no_choice')),
  v.check(
    (it) => !it.happenedFrom || fieldNamed(it, it.happenedFrom)?.type === 'date',
    rule('happened_no_date'),
  ),
  v.check(
    (it) => !questionsOf(it).some((one) => one.sensitive) || hasConsent(it),
    rule('sensitive_without_consent'),
  ),
  v.check(
    (it) => fieldsOf(it).filter((one) => one.type === 'enterprise').length <= 1,
    rule('two_enterprises'),
  ),
)

/**
 * What a definition is read by once it was published: a later version of the service may have known keys, kinds and words
 * that this one does not. It is read for what is left of it, so that every case still has its questions.
 */
export const storedSchema = v.object({
  ...shape.entries,
  process: v.fallback(shape.entries.process, undefined),
  category: v.fallback(shape.entries.category, 'other'),
  modes: v.fallback(shape.entries.modes, ['complaint']),
  sections: sectionsOf(v.union([field, unknownField])),
})

export type Definition = v.InferOutput<typeof storedSchema>
/** A definition as a person writes it, defaults left out. */
export type DefinitionDraft = v.InferInput<typeof shape>

export function fieldsOf(definition: Pick<Definition, 'sections'>): Field[] {
  return definition.sections.flatMap((it) => it.fields)
}

export function questionsOf(definition: Pick<Definition, 'sections'>): Question[] {
  return fieldsOf(definition).filter(isQuestion)
}

export function fieldNamed(definition: Pick<Definition, 'sections'>, name: string): Field | undefined {
  return fieldsOf(definition).find((it) => it.name === name)
}

/** The questions whose answers go to the vault. */
export function identityFields(definition: Definition): Question[] {
  return questionsOf(definition).filter(isIdentity)
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

function categoriesHold(it: Definition): boolean {
  if (typeof it.category === 'string') return true
  const source = fieldNamed(it, it.category.from)
  if (source?.type !== 'choice' || !source.required) return false
  return source.options.every((option) => (categories as readonly string[]).includes(option.value))
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
