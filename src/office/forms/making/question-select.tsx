import { questionsToLookAt } from '../../../forms/building/sentences.ts'
import { Select } from '../../../ui/fields/chosen.tsx'
import { inWords } from './in-words.ts'
import type { Making } from './with-copy.tsx'

/** Whose answer a condition looks at, of the questions that it may. */
export function QuestionSelect({ c, working }: Making) {
  const { view } = c.var
  return (
    <Select
      view={view}
      name="question"
      label={view.m.builder.logic.about}
      options={questionsToLookAt(working).map((one) => ({
        value: one.name,
        label: inWords(view, one.label, one.name),
      }))}
    />
  )
}
