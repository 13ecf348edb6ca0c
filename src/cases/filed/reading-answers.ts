import type { Answers } from '../../forms/answers.ts'
import type { Definition } from '../../forms/definition.ts'
import type { FiledSubject } from './subject.ts'

/** What was filed, with the form that it was filed with. */
export type Answered = Pick<FiledSubject, 'definition' | 'submission'>

/** What the answers of a case mean, by the form that asked; undefined where that cannot be read any more. */
export function meaningOf<T>(
  { definition, submission }: Answered,
  read: (definition: Definition, answers: Answers) => T,
): T | undefined {
  return definition ? read(definition, submission.answers as Answers) : undefined
}
