import { asList, isObject } from '../json.ts'
import type { Condition } from '../logic/expressions.ts'
import { isFieldType } from './settings-of.ts'
import type { Working, WorkingField } from './working.ts'

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
  value: string | number | boolean | null
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

/** The questions that a condition may look at: those of pages that ask, before any that it decides about. */
export function questionsToLookAt({ pages }: Working): WorkingField[] {
  return pages
    .filter(({ kind }) => kind === undefined || kind === 'ask')
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => isFieldType(type) && type !== 'note' && type !== 'computed')
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
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value)
  if (!isObject(left) || typeof left.ref !== 'string' || !isPlain) return null
  return { question: left.ref, relation, value: value as Sentence['value'] }
}

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
  const compared = [{ ref: question }, value ?? ''] as [{ ref: string }, string | number | boolean]
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
