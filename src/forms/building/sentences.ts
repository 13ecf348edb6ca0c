import { asList, isObject, type Json } from '../json.ts'
import type { Condition, Term } from '../logic/expressions.ts'
import { placeOf } from './changes.ts'
import { isFieldType } from './settings-of.ts'
import { bilingualFrom, type Working, type WorkingField } from './working.ts'

/** How an answer may stand to what it is compared with, or whether there is one. */
export const relations = [
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'has',
  'has_not',
  'answered',
  'unanswered',
] as const
export type Relation = (typeof relations)[number]

/** Whether it says by itself all there is to say. */
export const isAlone = (relation: Relation) => relation === 'answered' || relation === 'unanswered'

/** More of them nobody can keep in mind. */
export const mostLines = 8

/** One sentence: an answer, how it stands, and to what. */
export interface Sentence {
  question: string
  relation: Relation
  /** Written down, or the answer to another question. */
  value: string | number | boolean | null | { ref: string }
}

/** Sentences of which all are to hold, or one. */
export interface Sentences {
  joined: 'and' | 'or'
  lines: Sentence[]
}

/** The relations that make sense for a question, by what its answers are. */
export function relationsOf({ type }: WorkingField): readonly Relation[] {
  const given = ['answered', 'unanswered'] as const
  switch (type) {
    case 'number':
    case 'money':
    case 'scale':
      return ['eq', 'ne', 'lt', 'le', 'gt', 'ge', ...given]
    case 'date':
      return ['eq', 'lt', 'le', 'gt', 'ge', ...given]
    case 'yes_no':
    case 'choice':
    case 'list':
      return ['eq', 'ne', ...given]
    case 'choices':
      return ['has', 'has_not', ...given]
    default:
      return given
  }
}

/** With what a question is compared first, before somebody says otherwise. */
export function beginningOf(field: WorkingField): Sentence {
  const [relation = 'answered'] = relationsOf(field)
  return { question: field.name, relation, value: isAlone(relation) ? null : usualOf(field) }
}

function usualOf({ type, options }: WorkingField): Sentence['value'] {
  if (type === 'yes_no') return true
  if (type === 'number' || type === 'money' || type === 'scale') return 1
  const [first] = asList(options).filter(isObject)
  return first ? String(first.value) : ''
}

/** The questions that a condition may look at: those of pages that ask, before any that it decides about; and what is computed. */
export function questionsToLookAt(working: Working): WorkingField[] {
  const asked = working.pages
    .filter(({ kind }) => kind === undefined || kind === 'ask')
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => isFieldType(type) && type !== 'note' && type !== 'computed')
  return [...asked, ...Object.keys(valuesOf(working)).flatMap((id) => lookedAt(working, id) ?? [])]
}

/** What a sentence looks at: a question, or a value as if it were one. */
export function lookedAt(working: Working, name: string): WorkingField | undefined {
  const value = valuesOf(working)[name]
  if (!value) return placeOf(working, name)?.field
  return { name, type: value.kind === 'money' ? 'money' : 'number', label: bilingualFrom(value.name) }
}

/** Of the same kind, so that the answers can be compared. */
export function comparableTo(working: Working, field: WorkingField): WorkingField[] {
  const kind = measureOf(field)
  return questionsToLookAt(working).filter(
    (one) => one.name !== field.name && kind && measureOf(one) === kind,
  )
}

/** Money is compared with money, and a number with numbers. */
function measureOf({ type }: WorkingField): string | null {
  if (type === 'number' || type === 'scale') return 'number'
  return type === 'money' || type === 'date' ? type : null
}

/** The values that are computed, by their ids. */
export function valuesOf({ values }: Working): Record<string, Json> {
  return objectsIn(values)
}

/** The conditions, by their ids. */
export function conditionsOf({ conditions }: Working): Record<string, Json> {
  return objectsIn(conditions)
}

function objectsIn(it: unknown): Record<string, Json> {
  const all = isObject(it) ? it : {}
  return Object.fromEntries(Object.entries(all).flatMap(([id, one]) => (isObject(one) ? [[id, one]] : [])))
}

/** A condition as sentences; null where it says more than these can. */
export function sentencesOf(when: unknown): Sentences | null {
  if (!isObject(when)) return null
  const [joined] = ['and' as const, 'or' as const].filter((word) => Array.isArray(when[word]))
  const parts = joined ? asList(when[joined]) : [when]
  const lines = parts.map(lineOf)
  return lines.every((line) => line !== null) ? { joined: joined ?? 'and', lines } : null
}

function lineOf(it: unknown): Sentence | null {
  if (!isObject(it)) return null
  if (typeof it.answered === 'string') return { question: it.answered, relation: 'answered', value: null }
  if (isObject(it.not)) return opposite(lineOf(it.not))
  if (Array.isArray(it.has)) {
    const [question, value] = it.has
    return { question: String(question), relation: 'has', value: String(value) }
  }
  const relation = relations.find((one) => Array.isArray(it[one]))
  if (!relation) return null
  const [left, value] = asList(it[relation])
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) || isAnswer(value)
  if (!isObject(left) || typeof left.ref !== 'string' || !isPlain) return null
  return { question: left.ref, relation, value: value as Sentence['value'] }
}

const isAnswer = (it: unknown) => isObject(it) && typeof it.ref === 'string' && Object.keys(it).length === 1

function opposite(line: Sentence | null): Sentence | null {
  if (line?.relation === 'answered') return { ...line, relation: 'unanswered' }
  if (line?.relation === 'has') return { ...line, relation: 'has_not' }
  return null
}

/** The condition that sentences make. */
export function conditionFrom({ joined, lines }: Sentences): Condition {
  const all = lines.map(partOf)
  const [first, another] = all
  if (first && !another) return first
  return joined === 'and' ? { and: all } : { or: all }
}

function partOf({ question, relation, value }: Sentence): Condition {
  const compared: [Term, Term] = [{ ref: question }, value ?? '']
  switch (relation) {
    case 'answered':
      return { answered: question }
    case 'unanswered':
      return { not: { answered: question } }
    case 'has':
      return { has: [question, String(value)] }
    case 'has_not':
      return { not: { has: [question, String(value)] } }
    case 'eq':
      return { eq: compared }
    case 'ne':
      return { ne: compared }
    case 'lt':
      return { lt: compared }
    case 'le':
      return { le: compared }
    case 'gt':
      return { gt: compared }
    case 'ge':
      return { ge: compared }
  }
}

/** Where a condition decides about something: pages that it shows, questions that it requires, others that lean on it. */
export function usesOf({ pages, conditions }: Working, id: string) {
  const leaning = Object.entries(isObject(conditions) ? conditions : {})
    .filter(([other, it]) => other !== id && JSON.stringify(it).includes(`{"ref":"${id}"}`))
    .map(([other]) => other)
  return {
    pages: pages.filter(({ show }) => show === id),
    questions: pages.flatMap(({ fields }) => fields).filter(({ requiredWhen }) => requiredWhen === id),
    conditions: leaning,
  }
}
