import * as v from 'valibot'
import type { Answer, AnswerError, Answers, Named, Posted } from './answers.ts'
import type { Definition, FormPage } from './definition.ts'
import { type Field, isIdentity, isQuestion, type Question } from './fields.ts'
import { kindOf } from './kinds/all.ts'
import { type Logic, logicOf } from './logic/evaluating.ts'
import { entriesPosted, nameOf, ownAnswers } from './repeated-pages.ts'

export interface Reading {
  answers: Answers
  /** What was answered of each of several, by the page that asks so. */
  entries: Record<string, Answers[]>
  identity: Record<string, string>
  errors: Record<string, AnswerError>
  /** The pages that he comes by, by id, as far as his answers decide it. */
  path: string[]
  /** Names that are no part of the form: the page was tampered with, or belongs to another form. */
  unknown: string[]
}

export interface ReadingOptions {
  /** An anonymous worker's identity is neither asked nor kept, even where it was typed. */
  named: boolean
  /** The last day that an answer may name, `YYYY-MM-DD`. */
  today: string
  /** The enterprise that the site stands for; it is then not read from the page. */
  enterprise?: Named | undefined
  /** Names that the page itself posts. */
  besides?: readonly string[]
}

/**
 * Reads and checks what was posted against a definition, page by page along the way that the answers make; nothing that
 * lies beside it, or that the definition does not ask, is kept.
 */
export function readAnswers(definition: Definition, posted: Posted, options: ReadingOptions): Reading {
  const reading: Reading = { answers: {}, entries: {}, identity: {}, errors: {}, path: [], unknown: [] }
  const known = new Set(options.besides)
  for (const name of controlsOf(definition, posted, options)) known.add(name)
  for (const page of pathThrough(definition, () => reading.answers, options.today)) {
    reading.path.push(page.id)
    if (page.entries) readEntries(definition, page, posted, options, reading)
    else readPage(definition, page, posted, options, reading)
  }
  reading.unknown = posted.names().filter((name) => !known.has(name))
  return reading
}

function controlsOf(definition: Definition, posted: Posted, { enterprise }: ReadingOptions): string[] {
  return definition.pages
    .flatMap((page) =>
      page.entries ? entriesPosted(page, posted).flatMap((it) => it.questions) : page.fields,
    )
    .filter(isQuestion)
    .filter((field) => field.type !== 'enterprise' || !enterprise)
    .flatMap((field) => kindOf(field).controls(field))
}

/** The pages that he comes by, each decided when those before it were read; it ends where the form does. */
export function* pathThrough(definition: Definition, answers: () => Answers, today: string) {
  for (const page of definition.pages) {
    const { show } = page
    // Rather asked than left out, where a condition cannot be read; but nobody is turned away by one.
    if (page.kind === 'exit' && show !== undefined && !Object.hasOwn(definition.conditions, show)) continue
    if (show !== undefined && !logicOf({ definition, answers: answers(), today }).holds(show)) continue
    yield page
    if (page.kind === 'exit') return
  }
}

/** The fields of a page as they are asked, with what is required of this worker. */
export function askedOn(fields: readonly Field[], logic: Pick<Logic, 'holds'>): Field[] {
  return fields.map((field) =>
    isQuestion(field) && field.requiredWhen !== undefined && logic.holds(field.requiredWhen)
      ? { ...field, required: true as const }
      : field,
  )
}

function readPage(
  definition: Definition,
  page: FormPage,
  posted: Posted,
  options: ReadingOptions,
  into: Reading,
): void {
  const logic = logicOf({ definition, answers: into.answers, today: options.today })
  const fields = askedOn(page.fields, logic)
  const questions = fields.filter(isQuestion)
  for (const field of fields) {
    const value = field.type === 'computed' ? logic.value(field.value) : undefined
    if (value !== undefined) into.answers[field.name] = value
  }
  for (const field of questions) {
    if (field.type === 'enterprise' && options.enterprise) into.answers[field.name] = options.enterprise
    else if (options.named || !isIdentity(field)) readField(field, posted, options, into)
  }
  checkAll(definition, questions, into.answers, options, into.errors)
}

/** The same questions for each; what was left empty is none. */
function readEntries(
  definition: Definition,
  page: FormPage,
  posted: Posted,
  options: ReadingOptions,
  into: Reading,
): void {
  const entries: Answers[] = []
  for (const { questions } of entriesPosted(page, posted)) {
    if (questions.every((field) => kindOf(field).read(field, posted) === undefined)) continue
    const entry: Reading = { ...into, answers: {} }
    for (const field of questions) readField(field, posted, options, entry)
    const answers = ownAnswers(entry.answers)
    checkAll(definition, questions, { ...into.answers, ...answers }, options, into.errors)
    entries.push(answers)
  }
  if (entries.length < (page.entries?.least ?? 0)) into.errors[page.id] = 'too_few_entries'
  if (entries.length > 0) into.entries[page.id] = entries
}

function readField(field: Question, posted: Posted, options: ReadingOptions, into: Reading): void {
  const kind = kindOf(field)
  const repeated = kind.controls(field).some((name) => posted.all(name).length > 1)
  if (repeated && !kind.takesSeveral) {
    into.errors[field.name] = 'twice'
    return
  }
  const raw = kind.read(field, posted)
  if (raw === undefined) {
    if (field.required) into.errors[field.name] = 'required'
    return
  }
  const taken = takenAnswer(field, raw, options.today)
  if (!taken.ok) into.errors[field.name] = taken.why
  else if (isIdentity(field)) into.identity[field.name] = kind.written(taken.given).join(' ')
  else into.answers[field.name] = taken.given
}

/** What a question itself wants to hold, once it was answered rightly. */
function checkAll(
  definition: Definition,
  questions: Question[],
  answers: Answers,
  { today }: ReadingOptions,
  errors: Reading['errors'],
): void {
  const logic = logicOf({ definition, answers, today })
  for (const { name, checks } of questions) {
    if (answers[nameOf(name)] === undefined || errors[name]) continue
    const broken = checks.find(({ holds }) => !logic.isTrue(holds))
    if (broken) errors[name] = `check:${broken.id}`
  }
}

const schemas = new WeakMap<Question, v.GenericSchema<unknown, Answer>>()

/** One answer as it is kept, or why it is not. It is checked by the schema of its question, which is made once. */
export function takenAnswer(
  field: Question,
  raw: unknown,
  today: string,
): { ok: true; given: Answer } | { ok: false; why: AnswerError } {
  const kind = kindOf(field)
  const schema = schemas.get(field) ?? kind.check(field)
  schemas.set(field, schema)
  const { success, output, issues } = v.safeParse(schema, raw)
  if (!success) return { ok: false, why: issues[0].message as AnswerError }
  const why = kind.untrueOn?.(output, today)
  return why ? { ok: false, why } : { ok: true, given: output }
}
