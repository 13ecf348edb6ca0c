import * as fc from 'fast-check'
import { readAnswers } from '../../../src/forms/checked-answers.ts'
import type { Definition, FormPage } from '../../../src/forms/definition.ts'
import { isQuestion, type Question } from '../../../src/forms/fields.ts'
import { takesFiles } from '../../../src/forms/file-questions.ts'
import { posted } from '../posted.ts'
import { right } from './answers.ts'

type Values = Record<string, string | string[]>

/** What somebody might answer to each question of a form, right each time, by the page that asks it. */
export interface FilledIn {
  values: Record<string, Values>
  /** The pages by which he then comes. */
  path: string[]
}

/** People of many kinds who fill it in; those are left out whose answers do not go together. */
export function filledIn(definition: Definition, today: string): FilledIn[] {
  const each = fc.record(Object.fromEntries(definition.pages.map((page) => [page.id, answersOn(page)])))
  return fc.sample(each, { seed: 1, numRuns: 500 }).flatMap((values) => {
    const all = Object.assign({}, ...Object.values(values))
    const { path, errors } = readAnswers(definition, posted(all), { named: true, today })
    const isFile = (name: string) => definition.pages.some(({ fields }) => fields.some(isFileCalled(name)))
    return Object.keys(errors).every(isFile) ? [{ values, path }] : []
  })
}

const isFileCalled = (name: string) => (field: FormPage['fields'][number]) =>
  field.name === name && takesFiles(field)

function answersOn(page: FormPage): fc.Arbitrary<Values> {
  const before = page.entries ? `${page.id}-1-` : ''
  const each = page.fields.filter(isQuestion).flatMap((one) => answerTo(one, before + one.name))
  return fc.tuple(...each).map((all) => Object.assign({}, ...all))
}

function answerTo(question: Question, name: string): fc.Arbitrary<Values>[] {
  switch (question.type) {
    case 'photo':
    case 'voice':
    case 'file':
      return []
    // What goes by the name of an employer of the register would have to be chosen.
    case 'enterprise':
      return [fc.constant({ [name]: '没有登记过的小厂' })]
    default:
      return [
        right[question.type]({ ...question }).map((answer) =>
          Object.fromEntries(Object.entries(answer.posted).map(([end, it]) => [name + end, it])),
        ),
      ]
  }
}
