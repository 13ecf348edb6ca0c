import type { Answers, Posted } from './answers.ts'
import type { FormPage } from './definition.ts'
import { isQuestion, type Question } from './fields.ts'

/** What a page asks of one of several, under names of its own. */
export interface Entry {
  /** From 1 on. */
  number: number
  questions: Question[]
}

/**
 * The entries that a page has: as many as were posted, filled in or not, and as many as are wanted at least. Only the
 * page adds one, so that a form cannot grow by what somebody posts.
 */
export function entriesPosted(page: FormPage, posted: Posted): Entry[] {
  const { least = 0, most = 0 } = page.entries ?? {}
  const names = posted.names()
  const has = (number: number) => names.some((name) => name.startsWith(prefixOf(page, number)))
  const entries: Entry[] = []
  for (let number = 1; number <= most && (number <= Math.max(1, least) || has(number)); number++)
    entries.push(entryOf(page, number))
  return entries
}

/** One more, empty. */
export function entryOf(page: FormPage, number: number): Entry {
  const questions = page.fields
    .filter(isQuestion)
    .map((field) => ({ ...field, name: prefixOf(page, number) + field.name }))
  return { number, questions }
}

/** The name of a question, of whichever entry. */
export function nameOf(name: string): string {
  return name.slice(name.lastIndexOf('-') + 1)
}

/** Answers by the names of the questions themselves. */
export function ownAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [nameOf(name), answer]))
}

const prefixOf = ({ id }: FormPage, number: number) => `${id}-${number}-`
