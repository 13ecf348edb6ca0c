import type { Answer, Answers } from '../forms/answers.ts'
import { fieldsOf } from '../forms/definition.ts'
import { isQuestion, type Question } from '../forms/fields.ts'
import { kindOf } from '../forms/kinds/all.ts'
import type { Reader } from '../forms/kinds/kind.ts'
import type { Narrowing } from './narrowing.ts'
import type { Filing } from './reading-filings.ts'

export interface Offered {
  value: string
  label: string
}

/** What a question offers, in its order, as its reader sees it; nothing where it is answered otherwise. */
export function offeredBy(question: Question, { locale, yes, no, other }: Reader): Offered[] {
  switch (question.type) {
    case 'choice':
    case 'choices':
    case 'list': {
      const options = question.options.map(({ value, label }) => ({ value, label: label[locale] }))
      return 'other' in question && question.other ? [...options, { value: 'other', label: other }] : options
    }
    case 'scale':
      return question.steps.map((step, at) => ({
        value: String(at + 1),
        label: `${at + 1} ${step[locale]}`,
      }))
    case 'yes_no':
    case 'consent':
    case 'declaration':
      return [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]
    default:
      return []
  }
}

/** The options that an answer to such a question stands for. */
export function chosenIn(question: Question, answer: Answer): string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  return kindOf(question).chosen?.(answer) ?? []
}

/** Whether a worker chose the option that is asked for; every filing is, where none is. */
export function hasChosen({ chosen }: Narrowing, { version: { definition }, answers }: Filing): boolean {
  if (!chosen) return true
  const asked = definition && fieldsOf(definition).find(({ name }) => name === chosen.question)
  const answer = (answers as Answers)[chosen.question]
  return asked && isQuestion(asked) && answer !== undefined
    ? chosenIn(asked, answer).includes(chosen.value)
    : false
}
