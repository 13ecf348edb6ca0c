import { meaningOf } from '../cases/filed/reading-answers.ts'
import { identityFields } from '../forms/definition.ts'
import type { Question } from '../forms/fields.ts'
import { showAnswers, showIdentity } from '../forms/show-answers.ts'
import type { View } from '../ui/view.ts'
import type { Followed } from './followed.ts'

export interface Row {
  name: string
  label: string
  value: string
  /** The question of the form that asks for it, where there is one. */
  question?: Question
}

/** What a worker filled in, with the questions of the form version he answered. */
export function filledIn({ locale, m }: View, { subject }: Followed) {
  const { definition } = subject
  return {
    answers: () => {
      const sections = meaningOf(subject, (form, answers) => showAnswers(form, answers, locale, m.common))
      const rows = (sections ?? []).flatMap((section) => section.rows)
      return [...rows, ...unnamed(subject.submission.answers, rows)]
    },
    /** The same with every question that names him, answered or not. */
    contact: (details: Record<string, string>): Row[] => {
      const questions = definition ? identityFields(definition) : []
      const rows = questions.map((question) => ({
        name: question.name,
        label: question.label[locale],
        value: details[question.name] ?? '',
        question,
      }))
      return [...rows, ...unnamed(details, rows)]
    },
    identity: (details: Record<string, string>) => {
      const rows = definition ? showIdentity(definition, details, locale) : []
      return [...rows, ...unnamed(details, rows)]
    },
  }
}

/** What is stored but has no question any more; nothing that is kept of a worker is kept from him. */
function unnamed(stored: Record<string, unknown>, shown: Row[]): Row[] {
  const names = new Set(shown.map((row) => row.name))
  return Object.entries(stored)
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => ({
      name,
      label: name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }))
}
