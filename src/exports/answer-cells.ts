import { type Answers, entriesIn, type FiledAnswers } from '../forms/answers.ts'
import { type Definition, fieldsOf } from '../forms/definition.ts'
import { type Field, isIdentity, isQuestion } from '../forms/fields.ts'
import { kindOf } from '../forms/kinds/all.ts'
import { computedCell } from '../forms/kinds/computed.ts'
import type { Cell, Reader } from '../forms/kinds/kind.ts'
import { asStored } from '../forms/show-answers.ts'
import { entryId } from './answer-columns.ts'

/**
 * The answers of one filing by the ids of their columns, each in the words of the version that was filled in: an option is
 * called what its worker read.
 */
export function cellsOf(definition: Definition, answers: FiledAnswers, reader: Reader): Map<string, Cell> {
  const fields = fieldsByName(definition)
  const cells = new Map<string, Cell>()
  const put = (given: Answers, idOf: (name: string) => string) => {
    for (const [name, answer] of Object.entries(given)) {
      const field = fields.get(name)
      if (field && !isIdentity(field)) cells.set(idOf(name), cellOf(definition, field, answer, reader))
    }
  }
  put(answers as Answers, (name) => name)
  for (const { id, entries } of definition.pages)
    if (entries)
      for (const [at, entry] of entriesIn(answers, id).entries()) put(entry, (name) => entryId(id, at, name))
  return cells
}

const known = new WeakMap<Definition, Map<string, Field>>()

/** Made once for each version of a form: a table asks for thousands. */
function fieldsByName(definition: Definition): Map<string, Field> {
  const fields = known.get(definition) ?? new Map(fieldsOf(definition).map((field) => [field.name, field]))
  known.set(definition, fields)
  return fields
}

function cellOf({ values }: Definition, field: Field, answer: Answers[string], reader: Reader): Cell {
  if (isQuestion(field)) return kindOf(field).cell(field, answer, reader)
  const value = field.type === 'computed' ? values[field.value] : undefined
  return value && typeof answer === 'number' ? computedCell(value.kind, answer) : asStored(answer, reader)
}
