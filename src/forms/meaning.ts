import { type Category, type Concerned, concernedKinds } from '../db/vocabulary.ts'
import type { Answers } from './answers.ts'
import { type Definition, fieldNamed, questionsOf } from './definition.ts'
import { kindOf } from './kinds/all.ts'

/** The category of what was filed: the form's own, or the one the worker chose. */
export function categoryOf(definition: Definition, answers: Answers): Category {
  if (typeof definition.category === 'string') return definition.category
  const chosen = answers[definition.category.from]
  return typeof chosen === 'string' ? (chosen as Category) : 'other'
}

/** The categories under which it may go what is filed with a form. */
export function categoriesOf(definition: Definition): Category[] {
  if (typeof definition.category === 'string') return [definition.category]
  const source = fieldNamed(definition, definition.category.from)
  if (source?.type !== 'choice') return ['other']
  const options = source.options.map(({ value }) => value as Category)
  return source.other ? [...options, 'other'] : options
}

/** Whether an answer says that life or health is in danger now; undefined where none was asked or given. */
export function saysDanger(definition: Definition, answers: Answers): boolean | undefined {
  const said = questionsOf(definition).flatMap((field) => {
    const answer = answers[field.name]
    if (answer === undefined || !('dangerWhen' in field) || field.dangerWhen.length === 0) return []
    const signs: readonly string[] = field.dangerWhen
    return [
      kindOf(field)
        .chosen?.(answer)
        .some((value) => signs.includes(value)) ?? false,
    ]
  })
  return said.length > 0 ? said.includes(true) : undefined
}

/** Whether any question of the form can tell of danger. */
export function asksDanger(definition: Definition): boolean {
  return questionsOf(definition).some((field) => 'dangerWhen' in field && field.dangerWhen.length > 0)
}

/**
 * Whether a form may have no place left: of the register alone, and not where it asks about danger, for no call for help is
 * turned away because it is full.
 */
export function mayBeFull(definition: Definition): boolean {
  return definition.process === 'register' && !asksDanger(definition)
}

/** Whether any question of the form asks for a place, so that its page may ask the phone where it is. */
export function asksPlace(definition: Definition): boolean {
  return questionsOf(definition).some(({ type }) => type === 'place')
}

/** Whom a case about conduct concerns; undefined where nobody asked or answered. */
export function concernsIn(definition: Definition, answers: Answers): Concerned | undefined {
  const said = definition.concernsFrom ? answers[definition.concernsFrom] : undefined
  return concernedKinds.find((kind) => kind === said)
}

/** How many workers it concerns; one where nobody asked or answered. */
export function workersIn(definition: Definition, answers: Answers): number {
  const count = definition.workersFrom ? answers[definition.workersFrom] : undefined
  return typeof count === 'number' ? Math.max(1, Math.floor(count)) : 1
}

/** Whether the worker said how many it concerns. */
export function saysWorkers(definition: Definition, answers: Answers): boolean {
  return definition.workersFrom !== undefined && answers[definition.workersFrom] !== undefined
}

/** The day on which it happened, or the month where he knows no more; null where nobody asked or answered. */
export function happenedOn(definition: Definition, answers: Answers): string | null {
  const day = definition.happenedFrom ? answers[definition.happenedFrom] : undefined
  return typeof day === 'string' ? day : null
}
