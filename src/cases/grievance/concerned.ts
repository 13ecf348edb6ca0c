import type { Category, Concerned } from '../../db/vocabulary.ts'
import { concernsIn } from '../../forms/meaning.ts'
import { type Answered, meaningOf } from '../filed/reading-answers.ts'
import type { FiledSubject } from '../filed/subject.ts'
import { categoryRules } from './categories.ts'
import { aboveThose } from './routing.ts'

/** The place above those whom a case concerns, where its new category asks for that (conduct); else null. */
export function aboveConcerned(subject: FiledSubject, category: Category): string | null {
  return categoryRules[category].goesAbove ? aboveThose(concernedBy(subject), subject.case.orgPath) : null
}

/** Whom a case about conduct concerns, as its worker said; undefined where his form did not ask, or he did not say. */
export function concernedBy(filed: Answered): Concerned | undefined {
  return meaningOf(filed, concernsIn)
}
