import { placeOf } from '../../../forms/building/changes.ts'
import { type Sentence, sentencesOf } from '../../../forms/building/sentences.ts'
import { bilingualFrom, type Working, type WorkingField } from '../../../forms/building/working.ts'
import { asList, isObject } from '../../../forms/json.ts'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

/** A condition as a person says it; that it is written as JSON, where it says more than sentences can. */
export function sentencesIn(view: View, working: Working, when: unknown): string {
  const t = view.m.builder.logic
  const read = sentencesOf(when)
  if (!read) return t.asText
  return read.lines.map((line) => sentenceIn(view, working, line)).join(` ${t.joins[read.joined]} `)
}

function sentenceIn(view: View, working: Working, { question, relation, value }: Sentence): string {
  const t = view.m.builder.logic
  const field = placeOf(working, question)?.field
  const label = field ? inWords(view, field.label) : question
  return t.sentence(label, t.relations[relation], field ? valueIn(view, field, value) : String(value ?? ''))
}

/** What an answer is compared with, as it stands on the page. */
export function valueIn(view: View, field: WorkingField, value: Sentence['value']): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? view.m.common.yes : view.m.common.no
  if (field.type === 'money' && typeof value === 'number') return String(value / 100)
  const option = asList(field.options)
    .filter(isObject)
    .find((one) => one.value === value)
  const label = option && bilingualFrom(option.label)
  return label ? inWords(view, label) : String(value)
}
