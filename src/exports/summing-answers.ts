import { type Answer, type Answers, entriesIn, type FiledAnswers } from '../forms/answers.ts'
import { type Definition, fieldsOf } from '../forms/definition.ts'
import { type Field, isIdentity, isQuestion, type Question } from '../forms/fields.ts'
import { chosenIn } from './offered-options.ts'
import type { Filing } from './reading-filings.ts'

/** What was answered to one question: how often at all, and how often each value of those that are counted. */
export interface Summed {
  given: number
  counts: Record<string, number>
}

/** What the answers to a form come to, by the names of its questions; made of some of them at a time. */
export interface Summary {
  filings: number
  /** Of so many there is nothing to read any more. */
  without: number
  questions: Record<string, Summed>
}

export const nothingSummed: Summary = { filings: 0, without: 0, questions: {} }

/** So many different numbers are told apart; where there are more, to two digits that count. */
const mostNumbers = 1000

/** The same with more filings. Of what is asked of each of several each answer counts. */
export function summed(before: Summary, filings: readonly Filing[]): Summary {
  const { questions, ...all } = structuredClone(before)
  for (const { without, version, answers } of filings) {
    all.filings += 1
    if (without || !version.definition) all.without += 1
    else for (const [field, answer] of answered(version.definition, answers)) add(questions, field, answer)
  }
  return { ...all, questions }
}

function answered(definition: Definition, answers: FiledAnswers): [Field, Answer][] {
  const entries = definition.pages.flatMap(({ id, entries }) => (entries ? entriesIn(answers, id) : []))
  const all = [answers as Answers, ...entries]
  return fieldsOf(definition)
    .filter((field) => !isIdentity(field))
    .flatMap((field) =>
      all.flatMap((given): [Field, Answer][] => {
        const answer = given[field.name]
        return answer === undefined ? [] : [[field, answer]]
      }),
    )
}

function add(questions: Summary['questions'], field: Field, answer: Answer): void {
  const it = questions[field.name] ?? { given: 0, counts: {} }
  it.given += 1
  for (const value of countedIn(field, answer)) it.counts[value] = (it.counts[value] ?? 0) + 1
  if (isNumber(field) && Object.keys(it.counts).length > mostNumbers) it.counts = coarser(it.counts)
  questions[field.name] = it
}

/** Whether a field is answered with a number; money is in fen. */
export function isNumber({ type }: Field): boolean {
  return type === 'number' || type === 'money' || type === 'computed'
}

/** What is counted of an answer; of words and files nothing but that there are some. */
function countedIn(field: Field, answer: Answer): string[] {
  if (isNumber(field)) return typeof answer === 'number' ? [String(answer)] : []
  return isQuestion(field) ? countedOf(field, answer) : []
}

function countedOf(question: Question, answer: Answer): string[] {
  switch (question.type) {
    case 'matrix':
      return Object.entries(answer).map(([row, option]) => cellOf(row, String(option)))
    case 'ranking':
      return chosenIn(question, answer).slice(0, 1)
    case 'date':
    case 'month':
      return [String(answer).slice(0, 7)]
    default:
      return chosenIn(question, answer)
  }
}

/** A row of a matrix with what was chosen in it. */
export const cellOf = (row: string, option: string) => `${row}.${option}`

function coarser(counts: Summed['counts']): Summed['counts'] {
  const all: Summed['counts'] = {}
  for (const [value, count] of Object.entries(counts)) {
    const rough = String(Number(Number(value).toPrecision(2)))
    all[rough] = (all[rough] ?? 0) + count
  }
  return all
}
