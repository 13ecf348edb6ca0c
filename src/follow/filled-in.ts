import { meaningOf } from '../cases/filed/reading-answers.ts'
import { identityFields } from '../forms/definition.ts'
import type { Question } from '../forms/fields.ts'
import { showAnswers, showIdentity, showIdentityBack, showUnasked } from '../forms/show-answers.ts'
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
      return [...rows, ...showUnasked(subject.submission.answers, rows, m.common)]
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
      return [...rows, ...showUnasked(details, rows, m.common)]
    },
    identity: (details: Record<string, string>) => showIdentity(definition, details, locale, m.common),
    identityBack: (details: Record<string, string>) =>
      showIdentityBack(definition, details, locale, m.common),
  }
}
