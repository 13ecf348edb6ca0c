import * as v from 'valibot'
import { type Definition, questionsOf } from './definition.ts'
import { isIdentity, type Question } from './fields.ts'
import { kindOf } from './kinds/all.ts'

/** What arrived from a page: texts by name, as `ui/form-body.ts` gives them. */
export interface Posted {
  get(name: string): string
  all(name: string): string[]
  names(): string[]
}

/** The value of an option, or the words of the worker where he chose "something else". */
export type Chosen = string | { other: string }
/** An enterprise of the register, or only its name as the worker wrote it. */
export interface Named {
  id: string | null
  name: string
}
/** By part: what was written into each line of an address. */
export type Parts = Record<string, string>
/** Stored as JSON: text, option(s), yes or no, number (of money its fen), day (`2026-11` or `2026-11-22`), enterprise, parts. */
export type Answer = string | number | boolean | Chosen | Chosen[] | Named | Parts
export type Answers = Record<string, Answer>

/** Why an answer is not taken; the surface has a text for each. */
export type AnswerError =
  | 'required'
  | 'too_long'
  | 'not_offered'
  | 'several'
  | 'not_listed'
  | 'other_missing'
  | 'not_a_number'
  | 'not_whole'
  | 'too_small'
  | 'too_big'
  | 'not_a_date'
  | 'not_a_month'
  | 'not_year_and_month'
  | 'no_such_month'
  | 'no_such_day'
  | 'in_the_future'
  | 'not_a_phone'
  | 'not_a_credit_code'
  | 'not_an_email'
  | 'not_a_name'
  | 'not_a_resident_id'
  | 'resident_id_mistyped'
  | 'not_money'
  | 'too_fine'
  | 'not_a_time'
  | 'twice'

export interface Reading {
  answers: Answers
  identity: Record<string, string>
  errors: Record<string, AnswerError>
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

/** Reads and checks what was posted against a definition; nothing that the definition does not ask is kept. */
export function readAnswers(definition: Definition, posted: Posted, options: ReadingOptions): Reading {
  const reading: Reading = { answers: {}, identity: {}, errors: {}, unknown: [] }
  const known = new Set(options.besides)
  for (const field of questionsOf(definition)) {
    if (field.type === 'enterprise' && options.enterprise) {
      reading.answers[field.name] = options.enterprise
      continue
    }
    for (const name of kindOf(field).controls(field)) known.add(name)
    if (isIdentity(field) && !options.named) continue
    readField(field, posted, options, reading)
  }
  reading.unknown = posted.names().filter((name) => !known.has(name))
  return reading
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
