import {
  beginningOf,
  comparableTo,
  isAlone,
  lookedAt,
  mostLines,
  questionsToLookAt,
  relationsOf,
  type Sentence,
  type Sentences,
} from '../../../forms/building/sentences.ts'
import type { Working, WorkingField } from '../../../forms/building/working.ts'
import type { FormBody } from '../../../ui/form-body.ts'
import { amountIn } from './settings-in.ts'

/** The sentences as they were written, with one more or one less. */
export function sentencesFrom(working: Working, form: FormBody, said: Sentences): Sentences {
  const act = form.get('act')
  const lines = said.lines.map((line, at) => {
    const field = lookedAt(working, line.question)
    return field ? writtenLine(working, form, at, { field, line }) : line
  })
  const more = questionsToLookAt(working).find((one) => act === 'add' && one.name === form.get('question'))
  const kept = lines.filter((_, at) => act !== `drop-${at}`)
  return {
    joined: form.get('joined') === 'or' ? 'or' : form.get('joined') === 'and' ? 'and' : said.joined,
    lines: more && lines.length < mostLines ? [...kept, beginningOf(more)] : kept,
  }
}

function writtenLine(
  working: Working,
  form: FormBody,
  at: number,
  { field, line }: { field: WorkingField; line: Sentence },
): Sentence {
  const relation = relationsOf(field).find((one) => one === form.get(`relation-${at}`)) ?? line.relation
  const typed = form.get(`value-${at}`)
  if (isAlone(relation)) return { ...line, relation, value: null }
  const other = comparableTo(working, field).find(({ name }) => name === form.get(`other-${at}`))
  if (other) return { ...line, relation, value: { ref: other.name } }
  const before = typeof line.value === 'object' ? beginningOf(field).value : line.value
  return { ...line, relation, value: typed === '' ? before : typedValue(field, typed) }
}

function typedValue(field: WorkingField, typed: string): Sentence['value'] {
  const { type } = field
  if (type === 'yes_no') return typed === 'true'
  return type === 'number' || type === 'money' || type === 'scale' ? amountIn(field, typed) : typed
}
