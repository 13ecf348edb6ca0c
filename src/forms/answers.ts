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
/** Stored as JSON: text, option(s), yes or no, number, day (`2026-11` or `2026-11-22`), enterprise. */
export type Answer = string | number | boolean | Chosen | Chosen[] | Named
export type Answers = Record<string, Answer>

/** Why an answer is not taken; the surface has a text for each. */
export type AnswerError =
  | 'required'
  | 'too_long'
  | 'not_offered'
  | 'other_missing'
  | 'not_a_number'
  | 'not_whole'
  | 'too_small'
  | 'too_big'
  | 'not_a_date'
  | 'not_a_month'
  | 'no_such_month'
  | 'no_such_day'
  | 'in_the_future'
  | 'not_a_phone'
  | 'not_a_credit_code'
  | 'not_an_email'
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
  const result = checked(field, raw)
  if (!result.success) {
    into.errors[field.name] = result.issues[0].message as AnswerError
  } else if (field.type === 'date' && result.output > options.today.slice(0, String(result.output).length)) {
    into.errors[field.name] = 'in_the_future'
  } else if (isIdentity(field)) {
    into.identity[field.name] = String(result.output)
  } else {
    into.answers[field.name] = result.output
  }
}

const schemas = new WeakMap<Question, v.GenericSchema<unknown, Answer>>()

/** Checks one answer by the schema of its question, which is made once. */
export function checked(field: Question, raw: unknown) {
  const schema = schemas.get(field) ?? kindOf(field).check(field)
  schemas.set(field, schema)
  return v.safeParse(schema, raw)
}
