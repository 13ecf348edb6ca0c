import * as v from 'valibot'
import { categories, modes, processes } from '../db/vocabulary.ts'
import { rule } from './faults.ts'
import { type Field, field, isIdentity, isQuestion, type Question, unknownField } from './fields.ts'
import { bilingual, name } from './kinds/settings.ts'
import { branchFault } from './logic/branching.ts'
import { condition, term } from './logic/expressions.ts'
import { meaningFault } from './meaning-faults.ts'

const entries = v.object({
  one: bilingual,
  least: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 0),
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 10),
})

const page = {
  id: name,
  /** What it does: asks, asks the same of each of several, or ends here and says why. */
  kind: v.optional(v.picklist(['ask', 'repeat', 'exit']), 'ask'),
  title: bilingual,
  intro: v.optional(bilingual),
  /** The condition by which it is on the way; without one it always is. */
  show: v.optional(name),
  /** Of what is asked of each of several: what one is called, and how many there may be. */
  entries: v.optional(entries),
}

const pages = v.pipe(
  v.array(v.object({ ...page, fields: v.pipe(v.array(field), v.minLength(1), v.maxLength(20)) })),
  v.minLength(1),
  v.maxLength(20),
)

/** A category of the whole form, or the name of the choice whose values are categories. */
const category = v.union([v.picklist(categories), v.object({ from: v.string() })])

/** Who fills in a form; workers, where it says nothing. */
export const fillers = ['worker', 'officer'] as const

/** So many conditions, and so many values: each may lean on all that stand before it. */
const mostNamed = 100

/** By name: the condition, and what people call it who make the form. */
const conditions = v.optional(
  v.pipe(v.record(name, v.object({ name: bilingual, when: condition })), v.maxEntries(mostNamed)),
  {},
)

/** By name: a number that is computed from answers; money in fen. */
const values = v.optional(
  v.pipe(
    v.record(name, v.object({ name: bilingual, kind: v.picklist(['number', 'money']), of: term })),
    v.maxEntries(mostNamed),
  ),
  {},
)

const shape = v.object({
  title: bilingual,
  intro: bilingual,
  /** Who reads it, and how it is used; said before anything is asked. */
  readers: bilingual,
  use: bilingual,
  /** By which process it goes what is filed; the register takes what needs no case. */
  process: v.optional(v.picklist(processes)),
  category,
  /** Whether a worker fills it in for himself, or an officer about others: those have no unit that it is kept from. */
  filledBy: v.optional(v.picklist(fillers)),
  modes: v.pipe(v.array(v.picklist(modes)), v.minLength(1)),
  allowAnonymous: v.boolean(),
  /** The number field that says how many workers a case concerns. */
  workersFrom: v.optional(v.string()),
  /** The choice that says whom a case about conduct concerns, so that it goes above them. */
  concernsFrom: v.optional(v.string()),
  /** The date field that says when it happened, or began. */
  happenedFrom: v.optional(v.string()),
  /** Whether all is asked on one page, or a page at a time; only then can one be left out. */
  layout: v.optional(v.picklist(['together', 'paged']), 'together'),
  pages,
  /** Questions that are asked no more: what was answered to them is still read. */
  retired: v.optional(v.pipe(v.array(field), v.maxLength(200)), []),
  conditions,
  values,
})

/**
 * A form as data. Beside the shape of each part it holds that names are unique, that what is referred to
 * exists, and that sensitive questions come with a consent that cannot be skipped.
 */
export const definitionSchema = v.pipe(
  shape,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return
    const fault = meaningFault(dataset.value) ?? branchFault(dataset.value)
    if (fault) addIssue({ message: rule(fault) })
  }),
)

const anyField = v.union([field, unknownField])

const storedPage = v.object({
  ...page,
  kind: v.fallback(page.kind, 'ask'),
  show: v.fallback(page.show, undefined),
  entries: v.fallback(page.entries, undefined),
  fields: v.array(anyField),
})

/**
 * What a definition is read by once it was published: a later version of the service may have known keys, kinds and words
 * that this one does not. It is read for what is left of it, so that every case still has its questions.
 */
export const storedSchema = v.object({
  ...shape.entries,
  process: v.fallback(shape.entries.process, undefined),
  category: v.fallback(shape.entries.category, 'other'),
  filledBy: v.fallback(shape.entries.filledBy, undefined),
  modes: v.fallback(shape.entries.modes, ['complaint']),
  layout: v.fallback(shape.entries.layout, 'paged'),
  pages: v.pipe(v.array(storedPage), v.minLength(1)),
  retired: v.fallback(v.optional(v.array(anyField), []), []),
  conditions: v.fallback(conditions, {}),
  values: v.fallback(values, {}),
})

export type Definition = v.InferOutput<typeof storedSchema>
export type FormPage = Definition['pages'][number]
/** A definition as a person writes it, defaults left out. */
export type DefinitionDraft = v.InferInput<typeof shape>

type Paged = Pick<Definition, 'pages' | 'retired'>

/** All that ever stood in it, what is retired last. */
export function fieldsOf({ pages, retired }: Paged): Field[] {
  return [...pages.flatMap((it) => it.fields), ...retired]
}

/** What is asked now. */
export function questionsOf({ pages }: Pick<Definition, 'pages'>): Question[] {
  return pages.flatMap((it) => it.fields).filter(isQuestion)
}

export function fieldNamed(definition: Paged, name: string): Field | undefined {
  return fieldsOf(definition).find((it) => it.name === name)
}

export function pageNamed({ pages }: Pick<Definition, 'pages'>, id: string): FormPage | undefined {
  return pages.find((it) => it.id === id)
}

/** The questions whose answers go to the vault. */
export function identityFields(definition: Definition): Question[] {
  return questionsOf(definition).filter(isIdentity)
}
