import type { Category } from '../db/vocabulary.ts'
import type { Answers, Chosen } from './answers.ts'
import { type Definition, questionsOf } from './definition.ts'

/** The category of what was filed: the form's own, or the one the worker chose. */
export function categoryOf(definition: Definition, answers: Answers): Category {
  if (typeof definition.category === 'string') return definition.category
  const chosen = answers[definition.category.from]
  return typeof chosen === 'string' ? (chosen as Category) : 'other'
}

/** Whether an answer says that life or health is in danger now. */
export function saysDanger(definition: Definition, answers: Answers): boolean {
  return questionsOf(definition).some((field) => {
    const answer = answers[field.name]
    if (answer === undefined) return false
    switch (field.type) {
      case 'yes_no':
        return field.dangerWhen.includes(answer ? 'yes' : 'no')
      case 'choice':
        return field.dangerWhen.includes(optionOf(answer as Chosen))
      case 'choices':
        return (answer as Chosen[]).some((one) => field.dangerWhen.includes(optionOf(one)))
      default:
        return false
    }
  })
}

/** How many workers it concerns; one where nobody asked or answered. */
export function workersIn(definition: Definition, answers: Answers): number {
  const count = definition.workersFrom ? answers[definition.workersFrom] : undefined
  return typeof count === 'number' ? Math.max(1, Math.floor(count)) : 1
}

/** The value of a chosen option; `other` where the worker wrote one of his own. */
export function optionOf(chosen: Chosen): string {
  return typeof chosen === 'string' ? chosen : 'other'
}
